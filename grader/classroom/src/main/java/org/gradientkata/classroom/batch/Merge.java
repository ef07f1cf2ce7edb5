package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.intake.Roster;
import org.gradientkata.classroom.intake.SubmissionPlace;
import org.gradientkata.suite.WholeFile;

/** Joins the parts of a batch that several machines graded. */
public final class Merge {
  private Merge() {}

  /**
   * What came of joining.
   *
   * @param gradebook of the whole
   * @param remarks on roster and submissions
   */
  public record Merged(Gradebook gradebook, List<String> remarks) {}

  /**
   * Copies the results of all parts into one folder and writes the gradebook of the whole.
   *
   * @param parts folders that {@code kata grade --shard} wrote: all of them, each once
   * @param out where the whole goes
   * @param roster who takes the course
   * @return what came of it
   * @throws ClassroomMistake if a part is missing, there twice, or was graded otherwise than the
   *     others
   * @throws IOException if a file can't be read or written
   */
  public static Merged of(List<Path> parts, Path out, Roster roster) throws IOException {
    BatchSettings whole = check(parts);
    ResultFolder folder = new ResultFolder(out);
    folder.open();
    folder.write(whole);
    List<SubmissionPlace> places = new ArrayList<>();
    for (Path part : parts) {
      ResultFolder from = new ResultFolder(part);
      for (String submission : from.submissions()) {
        Optional<SubmissionResult> result = from.result(submission);
        if (result.isEmpty()) {
          throw new ClassroomMistake("grade.merge.broken", part, submission);
        }
        Path file = from.results().resolve(submission + ".json");
        WholeFile.write(folder.results().resolve(file.getFileName()), Files.readString(file));
        places.add(
            new SubmissionPlace(
                submission, Path.of(result.get().file()), SubmissionPlace.Kind.FOLDER));
      }
    }
    places.sort(java.util.Comparator.comparing(SubmissionPlace::name));
    Gradebook gradebook = Gradebook.of(folder, places, roster);
    gradebook.write(folder);
    return new Merged(gradebook, RosterRemarks.of(places, roster, true));
  }

  /** The settings that all parts share. */
  private static BatchSettings check(List<Path> parts) throws IOException {
    BatchSettings whole = null;
    Set<Integer> seen = new TreeSet<>();
    int count = 0;
    for (Path part : parts) {
      BatchSettings settings =
          new ResultFolder(part)
              .settings()
              .orElseThrow(() -> new ClassroomMistake("grade.merge.no-batch", part));
      Shard shard = Shard.of(settings.shard());
      BatchSettings same = settings.withShard(Shard.WHOLE.toString());
      if (whole != null && (!whole.equals(same) || shard.count() != count)) {
        throw new ClassroomMistake("grade.merge.different", parts.get(0), part);
      }
      if (!seen.add(shard.index())) {
        throw new ClassroomMistake("grade.merge.twice", part, shard);
      }
      whole = same;
      count = shard.count();
    }
    int all = count;
    String missing =
        IntStream.range(0, all)
            .filter(i -> !seen.contains(i))
            .mapToObj(i -> new Shard(i, all).toString())
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new ClassroomMistake("grade.merge.missing", missing);
    }
    return whole;
  }
}
