package org.gradientkata.classroom.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes the exercise files out of a submission, wherever in it they lie. Everything is read in
 * memory and nothing is unpacked; a file that can't be trusted is refused with a word, the others
 * are taken.
 */
public final class Intake {
  private final IntakeLimits limits;

  /**
   * An intake.
   *
   * @param limits how much of a submission is read
   */
  public Intake(IntakeLimits limits) {
    this.limits = limits;
  }

  /**
   * Reads one submission. A learner can't make this fail: what can't be read is a refused
   * submission.
   *
   * @param place where it lies
   * @return what was taken, with a remark for all that was not
   */
  public Submission take(SubmissionPlace place) {
    FoundFiles files = new FoundFiles();
    Optional<Remark> refusal;
    try {
      refusal =
          switch (place.kind()) {
            case FOLDER -> new FolderSubmission(limits).read(place.path(), files);
            case ZIP -> zip(place.path(), files);
            case LINK -> Optional.of(Remark.of("link", fileName(place)));
            case OTHER -> Optional.of(Remark.of("format", fileName(place)));
          };
    } catch (IOException e) {
      refusal = Optional.of(Remark.of("unreadable", fileName(place)));
    }
    return refusal
        .map(why -> Submission.refused(place.name(), why))
        .orElseGet(() -> files.submission(place.name()));
  }

  private Optional<Remark> zip(Path file, FoundFiles files) throws IOException {
    Optional<byte[]> bytes = FolderSubmission.bytes(file, limits.archiveBytes());
    return bytes.isEmpty()
        ? Optional.of(Remark.of("zip.large", limits.archiveBytes() >> 20))
        : new ZipSubmission(limits).read(bytes.get(), files);
  }

  private static String fileName(SubmissionPlace place) {
    return place.path().getFileName().toString();
  }
}
