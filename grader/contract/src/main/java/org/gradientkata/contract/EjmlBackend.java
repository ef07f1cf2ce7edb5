package org.gradientkata.contract;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** EJML's own products: plain Java, there on every machine. */
final class EjmlBackend implements Backend {

  @Override
  public String name() {
    return "ejml";
  }

  @Override
  public void mult(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    CommonOps_DDRM.mult(A, B, C);
  }

  @Override
  public void multTransA(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    CommonOps_DDRM.multTransA(A, B, C);
  }

  @Override
  public void multTransB(DMatrixRMaj A, DMatrixRMaj B, DMatrixRMaj C) {
    CommonOps_DDRM.multTransB(A, B, C);
  }
}
