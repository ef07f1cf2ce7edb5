package org.gradientkata.classroom.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The signatures that were told in one direction: each is spelled out the first time and has a
 * number from then on.
 */
final class Signatures {
  /** The curriculum has some two hundred. */
  private static final int MOST = 1_024;

  private final Map<Signature, Integer> numbers = new HashMap<>();
  private final List<Signature> told = new ArrayList<>();

  void write(DataOutputStream out, Signature signature) throws IOException {
    Integer number = numbers.get(signature);
    if (number == null) {
      out.writeInt(numbers.size());
      numbers.put(signature, numbers.size());
      Texts.write(out, signature.owner());
      Texts.write(out, signature.name());
      Texts.write(out, signature.descriptor());
    } else {
      out.writeInt(number);
    }
  }

  Signature read(DataInputStream in) throws IOException {
    int number = in.readInt();
    if (number < 0 || number > told.size() || number == MOST) {
      throw new IOException("a method of number " + number);
    }
    if (number == told.size()) {
      told.add(new Signature(Texts.read(in), Texts.read(in), Texts.read(in)));
    }
    return told.get(number);
  }
}
