package org.gradientkata.classroom.trusted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;
import org.objectweb.asm.commons.Method;

/**
 * Makes proxy classes out of exercise classes: the same name and signatures, no fields, and in
 * place of each body a call of {@link Bridge}.
 */
final class ProxyClasses {
  private static final Type BRIDGE = Type.getType(Bridge.class);
  private static final Type OBJECT = Type.getType(Object.class);
  private static final Method CALL =
      Method.getMethod("Object call(Class, Object, String, String, Object[])");
  private static final Method CONSTRUCT =
      Method.getMethod("void construct(Class, Object, String, Object[])");
  private static final Method OBJECT_INIT = Method.getMethod("void <init>()");

  /** The constructor of an object that the worker has made. */
  static final String STAND_IN = "(" + Type.getDescriptor(Bridge.Made.class) + ")V";

  private ProxyClasses() {}

  /** Proxies for classes, by name. */
  static Map<String, byte[]> of(Map<String, byte[]> classes) {
    Map<String, byte[]> proxies = new TreeMap<>();
    classes.forEach((name, bytes) -> proxies.put(name, of(bytes)));
    return proxies;
  }

  private static byte[] of(byte[] bytes) {
    ClassReader reader = new ClassReader(bytes);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    reader.accept(new Rewriter(writer), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
    return writer.toByteArray();
  }

  private static final class Rewriter extends ClassVisitor {
    private final List<String> interfaces = new ArrayList<>();
    private Type self;

    Rewriter(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version, int access, String name, String signature, String superName, String[] faces) {
      if (!superName.equals(OBJECT.getInternalName())) {
        throw new IllegalStateException(name + " extends " + superName);
      }
      self = Type.getObjectType(name);
      interfaces.addAll(List.of(faces));
      super.visit(version, access, name, signature, superName, faces);
    }

    @Override
    public FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      return null;
    }

    @Override
    public void visitInnerClass(String name, String outerName, String innerName, int access) {}

    @Override
    public void visitNestMember(String nestMember) {}

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      boolean hidden = (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC)) != 0;
      if (hidden || name.equals("<clinit>")) {
        return null;
      }
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      GeneratorAdapter body = new GeneratorAdapter(next, access, name, descriptor);
      body.visitCode();
      boolean constructor = name.equals("<init>");
      if (constructor) {
        body.loadThis();
        body.invokeConstructor(OBJECT, OBJECT_INIT);
      }
      body.push(self);
      if ((access & Opcodes.ACC_STATIC) != 0) {
        body.visitInsn(Opcodes.ACONST_NULL);
      } else {
        body.loadThis();
      }
      if (!constructor) {
        body.push(name);
      }
      body.push(descriptor);
      body.loadArgArray();
      if (constructor) {
        body.invokeStatic(BRIDGE, CONSTRUCT);
      } else {
        body.invokeStatic(BRIDGE, CALL);
        Type result = Type.getReturnType(descriptor);
        if (result.getSort() == Type.VOID) {
          body.pop();
        } else {
          body.unbox(result);
        }
      }
      body.returnValue();
      body.endMethod();
      return null;
    }

    @Override
    public void visitEnd() {
      GeneratorAdapter body =
          new GeneratorAdapter(
              super.visitMethod(Opcodes.ACC_PUBLIC, "<init>", STAND_IN, null, null),
              Opcodes.ACC_PUBLIC,
              "<init>",
              STAND_IN);
      body.visitCode();
      body.loadThis();
      body.invokeConstructor(OBJECT, OBJECT_INIT);
      body.returnValue();
      body.endMethod();
      super.visitEnd();
    }
  }
}
