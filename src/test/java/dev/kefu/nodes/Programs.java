package dev.kefu.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The packaged program, with the process of these tests among its own. */
final class Programs {

  private static final Path TARGET = Path.of("target");
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String ROLES = CLASSES + "organisation/roles.yaml";
  private static final String EVERYBODY_STARTS = "employees: {starts: [";

  private Programs() {
  }

  /** Makes a program whose trial process is changed in this way. */
  static Path make(Path program, UnaryOperator<String> change) throws IOException {
    Files.copy(packaged(), program);
    try (FileSystem jar = FileSystems.newFileSystem(program)) {
      String roles = Files.readString(jar.getPath(ROLES));
      if (!roles.contains(EVERYBODY_STARTS)) {
        throw new IllegalStateException("roles.yaml does not say any more what everybody starts");
      }
      Files.writeString(jar.getPath(ROLES), roles.replace(EVERYBODY_STARTS, EVERYBODY_STARTS + Load.TRIAL + ", "));
      write(jar, "processes/relationship/", "nodes-trial.bpmn", change);
      for (String form : List.of("nodes-trial-record.form", "nodes-trial-confirm.form")) {
        write(jar, "forms/relationship/", form, UnaryOperator.identity());
      }
    }
    return program;
  }

  private static void write(FileSystem jar, String folder, String name, UnaryOperator<String> change) throws IOException {
    try (InputStream file = Programs.class.getResourceAsStream("/nodes/" + name)) {
      Files.writeString(jar.getPath(CLASSES + folder + name), change.apply(new String(file.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static Path packaged() throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      return files.filter(file -> file.getFileName().toString().matches("kefu-.*\\.jar")).findFirst()
          .orElseThrow(() -> new IllegalStateException("No program in target: ./mvnw -Ptwo-nodes verify packages it"));
    }
  }
}
