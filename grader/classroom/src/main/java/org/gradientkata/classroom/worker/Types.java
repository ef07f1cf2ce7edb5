package org.gradientkata.classroom.worker;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ejml.data.DMatrixRMaj;
import org.gradientkata.contract.Activation;
import org.gradientkata.contract.Layer;
import org.gradientkata.contract.Optimizer;
import org.gradientkata.contract.ScalarFunction;

/** The classes that a name in a frame may mean. */
final class Types {
  /** What one side may call on an object of the other: the callbacks that the contract names. */
  static final Map<String, Class<?>> CALLBACKS =
      Map.of(
          Layer.class.getName(), Layer.class,
          Activation.class.getName(), Activation.class,
          Optimizer.class.getName(), Optimizer.class,
          ScalarFunction.class.getName(), ScalarFunction.class);

  private static final Map<String, Class<?>> COMPONENTS =
      Map.of(
          "[D",
          double[].class,
          "[I",
          int[].class,
          "java.lang.String",
          String.class,
          "java.lang.Object",
          Object.class,
          "java.util.List",
          List.class,
          DMatrixRMaj.class.getName(),
          DMatrixRMaj.class,
          Layer.class.getName(),
          Layer.class);

  /** Those of the contract that have been named so far. */
  private static final Map<String, Class<?>> CONTRACT = new ConcurrentHashMap<>();

  private Types() {}

  static Class<?> component(String name) throws IOException {
    Class<?> type = COMPONENTS.get(name);
    if (type == null) {
      throw new IOException("an array of " + name);
    }
    return type;
  }

  static Class<?> ofContract(String name) throws IOException {
    Class<?> before = CONTRACT.get(name);
    if (before != null) {
      return before;
    }
    if (!name.matches(
        "org\\.gradientkata\\.(contract\\.\\w+(\\$\\w+)?|datasets\\.LabeledImages)")) {
      throw new IOException("a value of " + name);
    }
    try {
      Class<?> type = Class.forName(name, false, Types.class.getClassLoader());
      CONTRACT.put(name, type);
      return type;
    } catch (ClassNotFoundException e) {
      throw new IOException(e);
    }
  }
}
