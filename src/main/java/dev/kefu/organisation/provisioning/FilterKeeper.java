package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import dev.kefu.organisation.directory.RolesFile.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * Tasklist's filters. They hold no expressions, which the engine would evaluate; whose tasks and which due dates a filter means stands in
 * its properties {@code kefuWhose} and {@code kefuDue}, and is applied for the person who asks.
 */
@RequiredArgsConstructor
class FilterKeeper implements Keeper<FilterKeeper.WantedFilter> {

  /** Sections of people, not of tasks. */
  private static final List<String> WITHOUT_FILTER = List.of("management", "outside");
  private static final String DEPARTMENT_MANAGER = "customer-service-manager";

  private final RolesFile file;
  private final FilterService filters;
  private final TaskService tasks;

  @Override
  public String kind() {
    return "filter";
  }

  @Override
  public List<WantedFilter> wanted() {
    List<WantedFilter> wanted = new ArrayList<>(List.of(
      forEverybody("my-tasks", "My tasks 我的任務", 10, "#2f6f4f", Map.of("kefuWhose", "mine")),
      forEverybody("my-groups-tasks", "My group's tasks 本組任務", 20, "#2f5f8f", Map.of("kefuWhose", "groups")),
      forEverybody("due-today", "Due today 今日到期", 30, "#b07000", Map.of("kefuDue", "today")),
      forEverybody("overdue", "Overdue 已逾期", 40, "#b02020", Map.of("kefuDue", "overdue"))));
    int priority = 50;
    for (Section section : file.sections()) {
      List<String> holders = holdersIn(section);
      if (!WITHOUT_FILTER.contains(section.id()) && !holders.isEmpty()) {
        wanted.add(ofSection(section, holders, priority++));
      }
    }
    return wanted;
  }

  @Override
  public Optional<String> content(String engineId) {
    return Optional.ofNullable(find(engineId)).map(FilterKeeper::text);
  }

  @Override
  public String create(WantedFilter wanted) {
    return write(filters.newTaskFilter(), wanted).getId();
  }

  @Override
  public void update(String engineId, WantedFilter wanted) {
    write(find(engineId), wanted);
  }

  @Override
  public void delete(String engineId) {
    filters.deleteFilter(engineId);
  }

  private Filter find(String id) {
    return filters.createFilterQuery().filterId(id).singleResult();
  }

  private Filter write(Filter filter, WantedFilter wanted) {
    return filters.saveFilter(fill(filter, wanted));
  }

  private Filter fill(Filter filter, WantedFilter wanted) {
    return filter.setName(wanted.name()).setProperties(wanted.properties()).setQuery(query(wanted.candidateGroups()));
  }

  private TaskQuery query(List<String> candidateGroups) {
    TaskQuery query = tasks.createTaskQuery();
    return candidateGroups.isEmpty() ? query : query.taskCandidateGroupIn(candidateGroups).includeAssignedTasks();
  }

  private WantedFilter forEverybody(String key, String name, int priority, String color, Map<String, String> meaning) {
    return wanted(key, name, priority, color, meaning, List.of(), List.of(Right.EVERYBODY));
  }

  private WantedFilter ofSection(Section section, List<String> holders, int priority) {
    List<String> readers = Stream.concat(holders.stream(), Stream.of(holderOf(DEPARTMENT_MANAGER))).distinct().toList();
    return wanted("section-" + section.id(), section.label(), priority, "#555555", Map.of("kefuWhose", "section"), holders, readers);
  }

  private WantedFilter wanted(String key, String name, int priority, String color, Map<String, String> meaning, List<String> groups,
                              List<String> readers) {
    Map<String, Object> properties = new TreeMap<>(meaning);
    properties.put("priority", priority);
    properties.put("color", color);
    properties.put("refresh", true);
    properties.put("showUndefinedVariable", false);
    String content = text(fill(filters.newTaskFilter(), new WantedFilter(key, name, properties, groups, readers, "")));
    return new WantedFilter(key, name, properties, groups, readers, content);
  }

  private List<String> holdersIn(Section section) {
    return file.roles().stream().filter(role -> role.section().equals(section.id())).map(RoleEntry::id).map(this::holderOf).distinct()
      .collect(Collectors.toList());
  }

  private String holderOf(String roleId) {
    return file.aliases().getOrDefault(roleId, roleId);
  }

  private static String text(Filter filter) {
    String query = ((FilterEntity) filter).getQueryInternal();
    return filter.getName() + " | " + query + " | " + new TreeMap<>(filter.getProperties());
  }

  /**
   * A filter to be.
   *
   * @param candidateGroups the groups whose tasks it shows; empty when the person who asks decides
   * @param readers groups that are offered it, or {@link Right#EVERYBODY}
   */
  record WantedFilter(String key, String name, Map<String, Object> properties, List<String> candidateGroups, List<String> readers,
                      String content) implements Wanted {
  }
}
