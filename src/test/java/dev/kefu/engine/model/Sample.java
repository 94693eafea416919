package dev.kefu.engine.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the good sample below {@code src/test/resources/contract} that a test breaks in one place. */
final class Sample {

  static final String PROCESS = "processes/relationship/sample-case.bpmn";
  static final String PART = "processes/relationship/sample-case-check.bpmn";
  static final String TABLE = "processes/relationship/sample-grade.dmn";
  static final String DEADLINES = "processes/relationship/relationship-deadlines.dmn";
  static final String RECORD = "forms/relationship/sample-case-record.form";
  static final String REVIEW = "forms/relationship/sample-case-review.form";

  private static final Path GOOD = Path.of("src/test/resources/contract");
  private static final Set<String> ROLES = Set.of("relationship-specialist", "call-center-agent", "relationship-supervisor", "customer");
  private static final Set<String> OUTSIDERS = Set.of("customer");
  private static final Set<String> DELEGATES = Set.of("registerSampleDelegate", "checkSampleDelegate");

  private final Path folder;

  Sample(Path folder) {
    this.folder = folder;
    try (Stream<Path> files = Files.walk(GOOD)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(GOOD.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Sample write(String file, String text) {
    try {
      Files.createDirectories(folder.resolve(file).getParent());
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Replaces the first occurrence; a text that does not stand there is a mistake of the test. */
  Sample edit(String file, String old, String changed) {
    String text = read(file);
    int at = text.indexOf(old);
    if (at < 0) {
      throw new IllegalArgumentException(file + " does not hold " + old);
    }
    return write(file, text.substring(0, at) + changed + text.substring(at + old.length()));
  }

  Sample move(String from, String to) {
    write(to, read(from));
    return delete(from);
  }

  Sample delete(String file) {
    try {
      Files.delete(folder.resolve(file));
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Path folder() {
    return folder;
  }

  List<Finding> check() {
    return check(new Surroundings(ROLES, OUTSIDERS, DELEGATES, Set.of(), null, 0));
  }

  List<Finding> check(Surroundings around) {
    return ModelContract.check(folder.resolve("processes"), folder.resolve("forms"), around);
  }

  Surroundings around(Set<String> moreDelegates, Path classPath, int proceduresToCome) {
    return new Surroundings(ROLES, OUTSIDERS, Stream.concat(DELEGATES.stream(), moreDelegates.stream()).collect(Collectors.toSet()), Set.of(), classPath, proceduresToCome);
  }
}
