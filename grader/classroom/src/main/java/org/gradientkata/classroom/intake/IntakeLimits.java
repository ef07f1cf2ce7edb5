package org.gradientkata.classroom.intake;

/**
 * How much of a submission is read. What goes beyond is refused with a word.
 *
 * @param archiveBytes size of a zip file
 * @param entries files and folders in a submission
 * @param unpackedBytes what all entries of a zip claim to be together, unpacked
 * @param fileBytes size of one exercise file
 * @param ratio how many times larger than packed an exercise file may be
 * @param depth folders within folders
 */
public record IntakeLimits(
    long archiveBytes, int entries, long unpackedBytes, int fileBytes, int ratio, int depth) {

  /** Deflate makes at most 1,032 bytes of one; Java sources seldom become smaller than a tenth. */
  private static final int USUAL_RATIO = 100;

  /**
   * The usual limits. The largest solution has 12 KB; a whole checkout of the kit with its build
   * has 3,000 entries.
   *
   * @return limits that no honest submission has met
   */
  public static IntakeLimits usual() {
    return new IntakeLimits(64 << 20, 20_000, 1L << 30, 256 << 10, USUAL_RATIO, 40);
  }
}
