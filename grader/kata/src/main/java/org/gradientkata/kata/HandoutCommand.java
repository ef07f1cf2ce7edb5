package org.gradientkata.kata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gradientkata.author.AnswerTexts;
import org.gradientkata.author.AuthorException;
import org.gradientkata.classroom.ClassroomMistake;
import org.gradientkata.classroom.handout.Handout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the learners' copy of the kit. */
@Command(name = "handout")
final class HandoutCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(names = "--out", paramLabel = "DIR", required = true)
  private String out;

  HandoutCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Kata.guarded(spec.commandLine(), this::write);
  }

  private int write() throws IOException {
    Path root = Kit.here().root();
    Path folder = Kit.typed(out);
    try {
      AnswerTexts texts = new AnswerTexts(root);
      new Handout(root, texts.stubs(), texts.answers()).write(folder);
    } catch (AuthorException | ClassroomMistake e) {
      throw new Mistake(e.getMessage());
    }
    console.out().println(Messages.get("handout.written", folder));
    return Kata.OK;
  }
}
