package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;

/** One way of multiplying matrices. The shapes have been checked, and C has its shape. */
interface Backend {
  /** What it is called where a program says which one it took. */
  String name();

  /** C = A·B. */
  void mult(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C);

  /** C = Aᵀ·B. */
  void multTransA(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C);

  /** C = A·Bᵀ. */
  void multTransB(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C);
}
