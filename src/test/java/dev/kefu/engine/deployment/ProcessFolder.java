package dev.kefu.engine.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A folder with the files of one small process of a test's own, beside those of the application. */
class ProcessFolder {

  final String process = "trial-" + UUID.randomUUID();
  final String form = process + "-ask";

  private final Path root;

  ProcessFolder(Path root) {
    this.root = root;
    writeModel(process);
    writeForm("Ask 詢問");
  }

  void writeModel(String id) {
    write("processes/trial/" + id + ".bpmn", SmallModel.of(id, SmallModel.task(form)));
  }

  void writeForm(String label) {
    write("forms/trial/" + form + ".form", """
        {"type": "default", "id": "%s", "schemaVersion": 16, "components": [{"type": "textfield", "id": "answer", "key": "answer", "label": "%s"}]}
        """.formatted(form, label));
  }

  void write(String path, String text) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) {
    try {
      Files.delete(root.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files in the folder and those of the application. */
  ModelFiles files() {
    return filesAt(root);
  }

  /** The same files, packed into a jar. */
  ModelFiles packed(Path jar) throws IOException {
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar)); Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.filter(path -> !path.equals(root)).sorted().toList()) {
        boolean folder = Files.isDirectory(path);
        out.putNextEntry(new JarEntry(root.relativize(path) + (folder ? "/" : "")));
        if (!folder) {
          Files.copy(path, out);
        }
        out.closeEntry();
      }
    }
    return filesAt(jar);
  }

  List<ModelFile> onlyMine(ModelFiles files) {
    return files.read().stream().filter(file -> file.name().startsWith(process)).toList();
  }

  private static ModelFiles filesAt(Path place) {
    try {
      URL[] urls = {place.toUri().toURL()};
      return new ModelFiles(new PathMatchingResourcePatternResolver(new URLClassLoader(urls, ProcessFolder.class.getClassLoader())));
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
