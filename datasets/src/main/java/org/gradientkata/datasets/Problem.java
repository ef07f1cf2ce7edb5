package org.gradientkata.datasets;

/** What can be wrong with data; each has a text of its own. */
public enum Problem {
  /** A file is not there. */
  MISSING_FILE,
  /** The folder named by {@code kata.data} or {@code KATA_DATA} is not a folder. */
  NO_SUCH_FOLDER,
  /** A folder holds some of a set's four files, or none where some were promised. */
  INCOMPLETE_FOLDER,
  /** The files belong to another set of the same format. */
  WRONG_SET,
  /** A file or folder may not be read or written. */
  NO_PERMISSION,
  /** A file can't be read for another reason; it may be a folder, or the disk failed. */
  UNREADABLE,
  /** A file can't be written for another reason than permissions or space. */
  UNWRITABLE,
  /** The disk has no room for a download. */
  DISK_FULL,
  /** A file ends before its header says. */
  TRUNCATED,
  /** A file goes on after the end that its header says. */
  TRAILING_BYTES,
  /** A file doesn't start with the four bytes of the expected format. */
  WRONG_MAGIC,
  /** A header announces sizes that no data set of this kit has. */
  IMPLAUSIBLE_HEADER,
  /** Images and labels differ in number. */
  COUNT_MISMATCH,
  /** A label is above 9. */
  LABEL_ABOVE_NINE,
  /** A gzip file is damaged. */
  CORRUPT_GZIP,
  /** The decompressed bytes are not the published ones. */
  WRONG_CHECKSUM,
  /** A download would be needed, but {@code -Dkata.offline=true} forbids it. */
  OFFLINE,
  /** No server could be reached. */
  NO_NETWORK,
  /** A server was too slow. */
  TIME_LIMIT,
  /** A server answered with another status than 200. */
  BAD_STATUS,
  /** A server sent more than the file can have. */
  TOO_LARGE,
  /** A server sent something that isn't the file. */
  WRONG_CONTENT,
  /** The connection broke. */
  CONNECTION_LOST,
  /** Every mirror failed, for different reasons. */
  ALL_MIRRORS_FAILED,
  /** The thread was interrupted while it waited. */
  INTERRUPTED
}
