package org.gradientkata.kata;

import java.lang.reflect.Constructor;
import picocli.CommandLine;

/**
 * Gives each command the console.
 *
 * @param console where commands print to
 */
record CommandFactory(Console console) implements CommandLine.IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == Console.class) {
        return type.cast(constructor.newInstance(console));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
