package org.gradientkata.classroom.trusted;

/**
 * Where proxies go with their calls. Public because the proxies lie in other packages; nothing else
 * has a use for it.
 */
public final class Bridge {
  private static volatile Session session;

  private Bridge() {}

  /** Marks the constructor of an object that the worker has made. */
  public static final class Made {
    static final Made BY_WORKER = new Made();

    private Made() {}
  }

  /** From now on calls go to a session, or nowhere. */
  static void open(Session to) {
    session = to;
  }

  /**
   * Calls a method of the learner's class.
   *
   * @param owner the proxy class
   * @param self the proxy; null for a static method
   * @param name of the method
   * @param descriptor as in a class file
   * @param arguments its arguments
   * @return what it gives back
   */
  public static Object call(
      Class<?> owner, Object self, String name, String descriptor, Object[] arguments) {
    try {
      return session.call(owner, self, name, descriptor, arguments);
    } catch (Throwable t) {
      throw Bridge.<RuntimeException>unchecked(t);
    }
  }

  /**
   * Calls a constructor of the learner's class.
   *
   * @param owner the proxy class
   * @param self the new proxy
   * @param descriptor as in a class file
   * @param arguments its arguments
   */
  public static void construct(Class<?> owner, Object self, String descriptor, Object[] arguments) {
    try {
      session.construct(owner, self, descriptor, arguments);
    } catch (Throwable t) {
      throw Bridge.<RuntimeException>unchecked(t);
    }
  }

  /** A learner's method may throw anything, whatever it declares. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
