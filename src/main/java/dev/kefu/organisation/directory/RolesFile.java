package dev.kefu.organisation.directory;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.StringUtils;

/**
 * {@code roles.yaml} as written, already checked.
 *
 * @param sections parts of the department, in the order of their filters
 * @param roles all job titles and outside roles
 * @param technicalGroups groups that run the system and stand for no job title
 * @param aliases merged posts: role id to the id of the role that holds it
 * @param exports register id to the ids of the roles that may take it away as a file
 * @param readers register id to the ids of the roles that may read an entry of it beside a case
 */
public record RolesFile(List<Section> sections, List<RoleEntry> roles, List<TechnicalGroup> technicalGroups, Map<String, String> aliases,
                        Map<String, List<String>> exports, Map<String, List<String>> readers) {

  /** In the file only: {@code starts} and {@code works} of every role that logs in. */
  private static final String EMPLOYEES = "employees";

  public RolesFile {
    sections = listOf(sections);
    roles = listOf(roles);
    technicalGroups = listOf(technicalGroups);
    aliases = aliases == null ? Map.of() : Map.copyOf(aliases);
    exports = exports == null ? Map.of() : Map.copyOf(exports);
    readers = readers == null ? Map.of() : Map.copyOf(readers);
    new RolesFileCheck(sections, roles, technicalGroups, aliases, exports, readers).run();
  }

  /** Without registers to take away or to read. */
  public RolesFile(List<Section> sections, List<RoleEntry> roles, List<TechnicalGroup> technicalGroups, Map<String, String> aliases) {
    this(sections, roles, technicalGroups, aliases, Map.of(), Map.of());
  }

  /** Reads and checks; every fault found is named in one {@link IllegalStateException}. */
  public static RolesFile read(InputStream yaml) throws IOException {
    YAMLMapper mapper = YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    JsonNode file = mapper.readTree(yaml);
    if (file instanceof ObjectNode written && written.remove(EMPLOYEES) instanceof ObjectNode employees) {
      written.path("roles").forEach(role -> employees.fieldNames().forEachRemaining(setting -> addTo((ObjectNode) role, setting, employees.path(setting))));
    }
    return mapper.treeToValue(file, RolesFile.class);
  }

  /** What holds for all employees holds for each role that logs in. */
  private static void addTo(ObjectNode role, String setting, JsonNode processes) {
    if (!role.path("applications").isEmpty()) {
      ArrayNode own = role.withArray(setting);
      processes.forEach(own::add);
    }
  }

  private static <T> List<T> listOf(List<T> values) {
    return values == null ? List.of() : List.copyOf(values);
  }

  /** A part of the department. */
  public record Section(String id, String title, String chinese) {

    public String label() {
      return title + " " + chinese;
    }
  }

  /** A role with its rights; empty {@code applications} mean that it never logs in. */
  public record RoleEntry(String id, String title, String chinese, String superior, String section, List<String> applications,
                          List<String> starts, List<String> works, List<String> reads, List<String> reassigns, List<String> cancels) {

    public RoleEntry {
      Objects.requireNonNull(id, "A role in roles.yaml has no id");
      if (!StringUtils.hasText(title) || !StringUtils.hasText(chinese)) {
        throw new IllegalStateException("roles.yaml: role " + id + " needs a title and a chinese title");
      }
      applications = listOf(applications);
      starts = listOf(starts);
      works = listOf(works);
      reads = listOf(reads);
      reassigns = listOf(reassigns);
      cancels = listOf(cancels);
    }
  }

  /** A group beside the job titles; {@code everything} grants all permissions on all resources, {@code applications} and {@code reads} are those of a role. */
  public record TechnicalGroup(String id, String title, String chinese, boolean everything, List<String> applications, List<String> reads) {

    public TechnicalGroup {
      applications = listOf(applications);
      reads = listOf(reads);
    }
  }
}
