package org.gradientkata.classroom.batch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Submissions to grade: classes of the right names with nothing in them. */
record Submissions(Path folder) {

  /** A folder with some activations. */
  Submissions folder(String learner, String... classes) throws IOException {
    for (String name : classes) {
      Path file = folder.resolve(learner).resolve(name + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source(name, ""));
    }
    return this;
  }

  /** A file with a body of its own. */
  Submissions file(String learner, String name, String body) throws IOException {
    return text(learner, name, source(name, body));
  }

  /** A file with a text of its own. */
  Submissions text(String learner, String name, String text) throws IOException {
    Path file = folder.resolve(learner).resolve(name + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return this;
  }

  /** The same as a zip. */
  Submissions zip(String learner, String... classes) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(folder.resolve(learner + ".zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : classes) {
        zip.putNextEntry(new ZipEntry("src/" + name + ".java"));
        zip.write(source(name, "").getBytes(StandardCharsets.UTF_8));
      }
    }
    return this;
  }

  /** A zip that is none. */
  Submissions broken(String learner) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(learner + ".zip"), "not a zip");
    return this;
  }

  private static String source(String name, String body) {
    return "package org.gradientkata.activation;\npublic class " + name + " {" + body + "}\n";
  }
}
