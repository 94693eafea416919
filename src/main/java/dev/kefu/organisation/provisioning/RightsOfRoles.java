package dev.kefu.organisation.provisioning;

import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK_VARIABLE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;

import dev.kefu.organisation.RoleDirectory;
import dev.kefu.organisation.directory.FileRoleDirectory;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import dev.kefu.organisation.directory.RolesFile.TechnicalGroup;
import dev.kefu.organisation.provisioning.FilterKeeper.WantedFilter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * Derives authorizations from the roles. Rights on a task come from the task itself, which names its people;
 * here stands only what goes beyond.
 */
class RightsOfRoles {

  private static final Permission[] START = {READ, CREATE_INSTANCE};
  private static final Permission[] WORK = {READ};
  private static final Permission[] READ_CASES =
    {READ, READ_INSTANCE, READ_INSTANCE_VARIABLE, READ_TASK, READ_TASK_VARIABLE, READ_HISTORY, READ_HISTORY_VARIABLE};
  private static final Permission[] REASSIGN = {READ, READ_TASK, TASK_ASSIGN};

  private final RolesFile file;
  private final List<WantedFilter> filters;
  private final Function<String, Optional<String>> filterIds;
  private final RoleDirectory directory;

  RightsOfRoles(RolesFile file, List<WantedFilter> filters, Function<String, Optional<String>> filterIds) {
    this.file = file;
    this.filters = filters;
    this.filterIds = filterIds;
    this.directory = new FileRoleDirectory(file);
  }

  List<Right> all() {
    Map<String, Right> rights = new LinkedHashMap<>();
    file.roles().forEach(role -> ofRole(role, rights));
    file.technicalGroups().stream().filter(TechnicalGroup::everything).forEach(group -> Arrays.stream(Resources.values())
      .forEach(resource -> add(rights, group.id(), resource, "*", Permissions.ALL)));
    file.technicalGroups().forEach(group -> openAndRead(group.id(), group.applications(), group.reads(), rights));
    filters.forEach(filter -> filterIds.apply(filter.key()).ifPresent(id ->
      filter.readers().forEach(reader -> add(rights, reader, Resources.FILTER, id, Permissions.READ))));
    return List.copyOf(rights.values());
  }

  private void ofRole(RoleEntry role, Map<String, Right> rights) {
    String holder = file.aliases().getOrDefault(role.id(), role.id());
    openAndRead(holder, role.applications(), role.reads(), rights);
    role.starts().forEach(process -> add(rights, holder, Resources.PROCESS_DEFINITION, process, START));
    role.works().forEach(process -> add(rights, holder, Resources.PROCESS_DEFINITION, process, WORK));
    // What is late or nobody's goes up, at last to the general manager.
    directory.superiorsOf(role.id()).forEach(superior -> Stream.concat(role.starts().stream(), role.works().stream())
      .forEach(process -> add(rights, superior, Resources.PROCESS_DEFINITION, process, WORK)));
    role.reassigns().forEach(process -> add(rights, holder, Resources.PROCESS_DEFINITION, process, REASSIGN));
    if (!role.starts().isEmpty()) {
      add(rights, holder, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    }
  }

  private static void openAndRead(String holder, List<String> applications, List<String> processes, Map<String, Right> rights) {
    applications.forEach(application -> add(rights, holder, Resources.APPLICATION, application, Permissions.ACCESS));
    processes.forEach(process -> add(rights, holder, Resources.PROCESS_DEFINITION, process, READ_CASES));
  }

  private static void add(Map<String, Right> rights, String holder, Resources resource, String resourceId, Permission... permissions) {
    Right right = new Right(holder, resource, resourceId, new LinkedHashSet<>());
    rights.computeIfAbsent(right.key(), key -> right).permissions().addAll(List.of(permissions));
  }
}
