package org.gradientkata.classroom.rules;

import java.util.LinkedHashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * What a class file uses. ASM's remapper is asked for a new name wherever an old one stands, so it
 * meets all of them: in code, types, signatures and method references.
 */
final class ClassUses {
  private static final int API = Opcodes.ASM9;

  private final Set<Use> uses = new LinkedHashSet<>();
  private String file = "";
  private int line;

  private ClassUses() {}

  /**
   * A use.
   *
   * @param owner full name of the class, a nested one behind {@code $}
   * @param member name of its method or field; empty for the class as a type
   * @param place file, and line if there is one
   */
  record Use(String owner, String member, String place) {

    /** The name as a learner writes it. */
    String name() {
      String dot = member.isEmpty() || member.equals("<init>") ? "" : "." + member;
      String name = owner.replace('$', '.') + dot;
      return member.equals("<init>") ? "new " + name : name;
    }
  }

  /** The uses in a class file, in its order. */
  static Set<Use> of(byte[] classFile) {
    ClassUses found = new ClassUses();
    ClassVisitor ear = new ClassRemapper(new Deaf(), found.new Ear());
    new ClassReader(classFile).accept(found.new Places(ear), ClassReader.SKIP_FRAMES);
    return found.uses;
  }

  private void add(String internalName, String member) {
    if (!internalName.startsWith("[")) {
      String place = line == 0 ? file : file + ":" + line;
      uses.add(new Use(internalName.replace('/', '.'), member, place));
    }
  }

  /** Hears every name and changes none. */
  private final class Ear extends Remapper {
    Ear() {
      super(API);
    }

    @Override
    public String map(String internalName) {
      add(internalName, "");
      return internalName;
    }

    @Override
    public String mapMethodName(String owner, String name, String descriptor) {
      add(owner, name);
      return name;
    }

    @Override
    public String mapFieldName(String owner, String name, String descriptor) {
      add(owner, name);
      return name;
    }
  }

  /** Knows the line, and keeps back what the compiler wrote and no learner did. */
  private final class Places extends ClassVisitor {
    private final Ear ear = new Ear();

    Places(ClassVisitor next) {
      super(API, next);
    }

    @Override
    public void visitSource(String source, String debug) {
      file = source == null ? "" : source;
    }

    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {}

    @Override
    public void visitOuterClass(String owner, String name, String descriptor) {}

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      line = 0;
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(API, next) {
        @Override
        public void visitLineNumber(int number, Label start) {
          line = number;
        }

        @Override
        public void visitInvokeDynamicInsn(
            String called, String type, Handle bootstrap, Object... arguments) {
          ear.mapMethodDesc(type);
          for (Object argument : arguments) {
            ear.mapValue(argument);
          }
        }

        @Override
        public void visitEnd() {
          line = 0;
          super.visitEnd();
        }
      };
    }
  }

  /** Takes methods, so that their code is read, and does nothing with them. */
  private static final class Deaf extends ClassVisitor {
    Deaf() {
      super(API);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(API) {};
    }
  }
}
