package org.gradientkata.suite;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What was found out last, and no more of it than a limit allows. */
final class Recent<K, V> {
  private final Map<K, V> values;

  /**
   * Nothing yet.
   *
   * @param most how many values are kept; of more, those that weren't asked for longest are dropped
   */
  Recent(int most) {
    values =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  synchronized Optional<V> get(K key) {
    return Optional.ofNullable(values.get(key));
  }

  synchronized void put(K key, V value) {
    values.put(key, value);
  }
}
