package org.gradientkata.classroom.worker;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** Objects that implement a callback of the contract by asking the other end. */
public final class StandIns {
  private static final Map<Method, Signature> SIGNATURES = new HashMap<>();
  private static final Map<Signature, Method> METHODS = new HashMap<>();

  static {
    for (Map.Entry<String, Class<?>> callback : Types.CALLBACKS.entrySet()) {
      for (Method method : callback.getValue().getMethods()) {
        Signature signature =
            new Signature(callback.getKey(), method.getName(), descriptor(method));
        SIGNATURES.put(method, signature);
        METHODS.put(signature, method);
      }
    }
  }

  private StandIns() {}

  /** Whoever asks the other end. */
  public interface Asker {

    /**
     * Asks.
     *
     * @param request what for
     * @return the answer
     * @throws Throwable what was thrown there
     */
    Object ask(Peer.Request request) throws Throwable;
  }

  /**
   * Makes one.
   *
   * @param name of the interface
   * @param asker asks for each call
   * @return an object that implements it
   * @throws IOException if the contract names no such callback
   */
  public static Object of(String name, Asker asker) throws IOException {
    Class<?> type = Types.CALLBACKS.get(name);
    if (type == null) {
      throw new IOException("an object of " + name);
    }
    InvocationHandler handler =
        (self, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return ofObject(self, method, arguments, name);
          }
          Object[] given = arguments == null ? new Object[0] : arguments;
          return asker.ask(new Peer.Request(SIGNATURES.get(method), self, given));
        };
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
  }

  /**
   * The callback that an object can be called by.
   *
   * @param object any
   * @return name of an interface
   * @throws IOException if it is none
   */
  public static String callback(Object object) throws IOException {
    for (Class<?> type : Types.CALLBACKS.values()) {
      if (type.isInstance(object)) {
        return type.getName();
      }
    }
    throw new IOException("an object of " + object.getClass().getName() + " can't be carried");
  }

  /**
   * A method of a callback.
   *
   * @param request names it
   * @return the method
   * @throws IOException if the contract names no such callback
   */
  public static Method method(Peer.Request request) throws IOException {
    Method method = METHODS.get(request.method());
    if (method == null
        || !Types.CALLBACKS.get(request.method().owner()).isInstance(request.target())) {
      throw new IOException("a call of " + request.method());
    }
    return method;
  }

  static String descriptor(Method method) {
    return MethodType.methodType(method.getReturnType(), method.getParameterTypes())
        .toMethodDescriptorString();
  }

  private static Object ofObject(Object self, Method method, Object[] arguments, String name) {
    return switch (method.getName()) {
      case "equals" -> self == arguments[0];
      case "hashCode" -> System.identityHashCode(self);
      default -> name;
    };
  }
}
