package dev.kefu.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;

/** What the project's models lean on, read from its folders; needs no running system. */
final class ProjectSurroundings {

  /** Messages that an API call of Kefu or a listener of a register delivers, apart from those with a form and roles of their own. */
  static final Set<String> API_MESSAGES = Set.of("complaint.received", "complaint.repeated", "expense-claim", "aftersales.inspectionDue", "survey-need");

  /** Calls that still stand for a procedure not built: cooperation request, key-account request; proposal, retention after a call-back; proposal after a technical wish; gift of a visit; contract with an agency; archive of a survey. */
  static final int PROCEDURES_TO_COME = 9;

  private static final Path ROLES = Path.of("src/main/resources/organisation/roles.yaml");
  private static final Path CLASSES = Path.of("target/classes");

  private ProjectSurroundings() {
  }

  /**
   * Reads roles and beans of a project that is built.
   *
   * @param project its folder
   * @param compareBuilt whether the copies of models and forms in the built program are to be compared
   */
  static Surroundings of(Path project, boolean compareBuilt) {
    try {
      JsonNode roles = new YAMLMapper().readTree(project.resolve(ROLES).toFile());
      Path classes = project.resolve(CLASSES);
      return new Surroundings(roles(roles), outsiders(roles), delegates(classes), API_MESSAGES, compareBuilt ? classes : null, PROCEDURES_TO_COME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> roles(JsonNode file) {
    Set<String> roles = new HashSet<>();
    file.path("roles").forEach(role -> roles.add(role.path("id").asText()));
    file.path("aliases").fieldNames().forEachRemaining(roles::add);
    return roles;
  }

  private static Set<String> outsiders(JsonNode file) {
    Set<String> outsiders = new HashSet<>();
    file.path("roles").forEach(role -> {
      if (role.path("applications").isEmpty()) {
        outsiders.add(role.path("id").asText());
      }
    });
    file.path("aliases").fieldNames().forEachRemaining(outsiders::remove);
    return outsiders;
  }

  private static Set<String> delegates(Path classes) throws IOException {
    MetadataReaderFactory readers = new CachingMetadataReaderFactory();
    AssignableTypeFilter delegates = new AssignableTypeFilter(JavaDelegate.class);
    try (Stream<Path> files = Files.walk(classes.resolve("dev/kefu"))) {
      return files.filter(file -> file.toString().endsWith(".class")).map(file -> bean(file, readers, delegates)).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
  }

  /** The name of the delegate bean that a class makes; empty for any other class. */
  private static String bean(Path file, MetadataReaderFactory readers, AssignableTypeFilter delegates) {
    try {
      MetadataReader type = readers.getMetadataReader(new FileSystemResource(file));
      if (!type.getAnnotationMetadata().hasAnnotation(Component.class.getName()) || !delegates.match(type, readers)) {
        return "";
      }
      String name = type.getClassMetadata().getClassName();
      String simple = name.substring(name.lastIndexOf('.') + 1);
      return Character.toLowerCase(simple.charAt(0)) + simple.substring(1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
