package org.gradientkata.classroom.worker;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The objects that both sides have: by number, by identity, by scope and by when they were named.
 */
final class SharedTable {
  /**
   * A change to an object is seen as long as it is among so many that were last named. A whole
   * network has a hundred; a search that hands over ten thousand points touches each once.
   */
  private static final int MOST_ACTIVE = 160;

  /**
   * So many objects, and elements of arrays and lists, are kept at a time. The largest test of the
   * curriculum comes to 14,000; at up to 200 bytes each the grader's memory bears all of them.
   */
  private static final int ROOM = 1 << 20;

  private final Map<Integer, Shared> byId = new HashMap<>();
  private final IdentityHashMap<Object, Shared> byObject = new IdentityHashMap<>();
  private final Map<Integer, Shared> latestOfScope = new HashMap<>();
  private int scope;
  private int room = ROOM;

  /** What is looked at for changes, linked from the least recently named to the last one. */
  private Shared oldest;

  private Shared newest;
  private int active;

  /** From now on new objects belong to a scope. */
  void enter(int number) {
    scope = number;
  }

  /** Forgets the objects of a scope. */
  void drop(int number) {
    Shared shared = latestOfScope.remove(number);
    while (shared != null) {
      byId.remove(shared.id);
      byObject.remove(shared.object);
      if (shared.isActive) {
        deactivate(shared);
      }
      room += 1 + shared.elements;
      shared = shared.before;
    }
  }

  /** The object of a number, null if there is none. */
  Shared numbered(int id) {
    return byId.get(id);
  }

  /** What both sides know of an object, null if only this one has it. */
  Shared of(Object object) {
    return byObject.get(object);
  }

  /**
   * Takes an object in.
   *
   * @param store where changes go, null if there can be none
   * @throws Link.Overrun if there is no room for it
   */
  Shared register(int id, Object object, Object store) throws Link.Overrun {
    take(1);
    Shared shared = new Shared(id, object, store);
    shared.before = latestOfScope.put(scope, shared);
    byId.put(id, shared);
    byObject.put(object, shared);
    activate(shared);
    return shared;
  }

  /**
   * Takes room for what an object holds, instead of what it held.
   *
   * @throws Link.Overrun if there is none
   */
  void weigh(Shared shared, int elements) throws Link.Overrun {
    take(elements - shared.elements);
    shared.elements = elements;
  }

  /**
   * Makes sure that there is room, before anything is made for what a frame announces.
   *
   * @throws Link.Overrun if there is none
   */
  void require(int places) throws Link.Overrun {
    if (places > room) {
      throw new Link.Overrun();
    }
  }

  private void take(int places) throws Link.Overrun {
    require(places);
    room -= places;
  }

  /** The object has just been named. */
  void activate(Shared shared) {
    if (shared.store == null || shared == newest) {
      return;
    }
    if (shared.isActive) {
      deactivate(shared);
    }
    shared.isActive = true;
    shared.older = newest;
    if (newest == null) {
      oldest = shared;
    } else {
      newest.newer = shared;
    }
    newest = shared;
    if (++active > MOST_ACTIVE) {
      deactivate(oldest);
    }
  }

  private void deactivate(Shared shared) {
    if (shared.older == null) {
      oldest = shared.newer;
    } else {
      shared.older.newer = shared.newer;
    }
    if (shared.newer == null) {
      newest = shared.older;
    } else {
      shared.newer.older = shared.older;
    }
    shared.older = null;
    shared.newer = null;
    shared.isActive = false;
    active--;
  }

  /** What is to be looked at for changes now, the least recently named first. */
  Shared[] active() {
    Shared[] all = new Shared[active];
    int i = 0;
    for (Shared shared = oldest; shared != null; shared = shared.newer) {
      all[i++] = shared;
    }
    return all;
  }
}
