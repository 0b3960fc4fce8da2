package packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * An AOT cache takes no class in a file format from before Java 6, because those say nothing of the types on the stack (JVM
 * specification, 4.10); picocli's are. Here they are written again in Java 8's format, with those types worked out; what they do
 * stays the same.
 */
record OldClasses(Path jars) {
    private static final ClassFileVersion JAVA_8 = ClassFileVersion.of(ClassFile.JAVA_8_VERSION, 0);

    /** Writes the jars again that have such classes. */
    void renew() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(jars)) {
            all = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
        for (Path jar : all) {
            if (hasOldOnes(jar)) {
                renew(jar, all);
            }
        }
    }

    private static boolean hasOldOnes(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(OldClasses::isClass).toList()) {
                if (isOld(zip.getInputStream(entry).readNBytes(8))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static void renew(Path jar, List<Path> all) throws IOException {
        Path renewed = jar.resolveSibling("renewed.jar");
        try (URLClassLoader loader = loader(all);
                ZipFile zip = new ZipFile(jar.toFile());
                OutputStream file = Files.newOutputStream(renewed);
                ZipOutputStream out = new ZipOutputStream(file)) {
            // Reads the files of the classes a class mentions, and runs none of them.
            ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
            for (ZipEntry entry : zip.stream().toList()) {
                ZipEntry kept = new ZipEntry(entry.getName());
                kept.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(kept);
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                out.write(isClass(entry) && isOld(bytes) ? renewed(format, format.parse(bytes)) : bytes);
                out.closeEntry();
            }
        }
        Files.delete(jar);
        Files.move(renewed, jar);
    }

    /** Every method is visited, because unvisited code would be copied without its types. */
    private static byte[] renewed(ClassFile format, ClassModel old) {
        ClassTransform code = ClassTransform.transformingMethodBodies((builder, element) -> builder.with(element));
        return format.transformClass(
                old, code.andThen((builder, element) -> builder.with(element instanceof ClassFileVersion ? JAVA_8 : element)));
    }

    private static boolean isClass(ZipEntry entry) {
        return entry.getName().endsWith(".class");
    }

    /** The format's number is in the seventh and eighth byte. */
    private static boolean isOld(byte[] bytes) {
        return (Byte.toUnsignedInt(bytes[6]) << 8 | Byte.toUnsignedInt(bytes[7])) < ClassFile.JAVA_6_VERSION;
    }

    private static URLClassLoader loader(List<Path> all) throws IOException {
        URL[] urls = new URL[all.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = all.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls);
    }
}
