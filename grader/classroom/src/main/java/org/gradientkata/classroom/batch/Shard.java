package org.gradientkata.classroom.batch;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.gradientkata.classroom.ClassroomMistake;

/**
 * A part of all submissions, for one of several machines. Which part a submission belongs to
 * depends on its name alone, so that machines need not agree on anything else.
 *
 * @param index from 0
 * @param count of all parts
 */
public record Shard(int index, int count) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  /** All submissions. */
  public static final Shard WHOLE = new Shard(0, 1);

  /**
   * Reads a part.
   *
   * @param text such as {@code 0/8}, the first of eight
   * @return the part
   * @throws ClassroomMistake if it isn't of this form
   */
  public static Shard of(String text) {
    Matcher matcher = FORM.matcher(text);
    if (matcher.matches()) {
      int index = Integer.parseInt(matcher.group(1));
      int count = Integer.parseInt(matcher.group(2));
      if (index < count) {
        return new Shard(index, count);
      }
    }
    throw new ClassroomMistake("grade.shard", text);
  }

  /**
   * Whether a submission belongs to this part.
   *
   * @param submission its name
   * @return true for exactly one of the parts
   */
  public boolean holds(String submission) {
    CRC32 crc = new CRC32();
    crc.update(submission.getBytes(StandardCharsets.UTF_8));
    return crc.getValue() % count == index;
  }

  @Override
  public String toString() {
    return index + "/" + count;
  }
}
