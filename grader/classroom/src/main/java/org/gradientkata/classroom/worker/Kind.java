package org.gradientkata.classroom.worker;

/** What stands next in a frame. */
enum Kind {
  /** Nothing. */
  NULL,
  /** A truth value. */
  BOOLEAN,
  /** A number of 8 bits. */
  BYTE,
  /** A number of 32 bits. */
  INT,
  /** A number of 64 bits. */
  LONG,
  /** A number with a fraction. */
  DOUBLE,
  /** A number with a short fraction. */
  FLOAT,
  /** A text. */
  TEXT,
  /** A constant of an enum of the contract. */
  CONSTANT,
  /** An object that both sides have. */
  KNOWN,
  /** A matrix. */
  MATRIX,
  /** An array of doubles. */
  DOUBLES,
  /** An array of ints. */
  INTS,
  /** An array of bytes. */
  BYTES,
  /** An array of truth values. */
  BOOLEANS,
  /** An array of longs. */
  LONGS,
  /** An array of objects. */
  ARRAY,
  /** A list that can be changed. */
  LIST,
  /** A list that can't. */
  FIXED_LIST,
  /** A random source. */
  RANDOM,
  /** A record of the contract or the data sets. */
  RECORD,
  /** An object that only the sender has; the receiver gets one that stands in for it. */
  REMOTE;

  private static final Kind[] ALL = values();

  static Kind of(int code) throws java.io.IOException {
    if (code < 0 || code >= ALL.length) {
      throw new java.io.IOException("a value of kind " + code);
    }
    return ALL[code];
  }
}
