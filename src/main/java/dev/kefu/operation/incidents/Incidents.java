package dev.kefu.operation.incidents;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.operation.logging.PersonalData;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.apache.commons.codec.digest.DigestUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Service;

/**
 * The engine's incidents, put together by what went wrong, and another try for all of a group. Looks at the oldest {@value #MOST} of them: after a retry the next ones
 * come into view. An incident shows in each calling process too; here it stands once, where it happened.
 */
@Slf4j
@Service
@RequiredArgsConstructor
class Incidents {

  private static final int MOST = 2000;
  private static final int MOST_CASES = 20;
  private static final int TRIES = 3;
  private static final int ID_LENGTH = 12;
  private static final int LONGEST_MESSAGE = 500;
  /** What differs between two faults of one cause: ids, case numbers, amounts. */
  private static final Pattern PARTICULAR = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z]{3}-\\d{4}-\\d{6}|\\d+");

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ManagementService management;
  private final IdentityService identities;
  private final AuditTrail audit;

  /** The largest first. */
  List<IncidentGroup> groups() {
    return grouped().entrySet().stream().map(group -> view(group.getKey(), group.getValue())).sorted(Comparator.comparingInt(IncidentGroup::count).reversed()).toList();
  }

  /** The stack trace of one member of a group, without personal data; empty for an unknown group. */
  Optional<String> stackTrace(String groupId) {
    return Optional.ofNullable(byId().get(groupId)).map(members -> trace(members.get(0))).map(PersonalData::masked);
  }

  /**
   * Gives every step of a group new tries.
   *
   * @param reason why, for the audit trail
   * @return how many were given new tries; empty for an unknown group
   */
  Optional<Integer> retry(String groupId, String reason) {
    return Optional.ofNullable(byId().get(groupId)).map(members -> retry(groupId, members, reason));
  }

  private int retry(String groupId, List<Incident> members, String reason) {
    int tried = 0;
    for (Incident incident : members) {
      tried += retry(incident) ? 1 : 0;
    }
    String person = identities.getCurrentAuthentication().getUserId();
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, person, "retryIncidents", "incidents", groupId, null,
        Map.of("reason", reason, "count", String.valueOf(tried))));
    log.info("{} failed steps get new tries", tried);
    return tried;
  }

  /** Each is a transaction of its own: a step that somebody retried or cancelled meanwhile stops nothing. */
  private boolean retry(Incident incident) {
    if (!Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType())) {
      return false;
    }
    try {
      management.setJobRetries(incident.getConfiguration(), TRIES);
      return true;
    } catch (AuthorizationException refused) {
      throw refused;
    } catch (ProcessEngineException gone) {
      log.info("A failed step was gone before its retry: {}", gone.getMessage());
      return false;
    }
  }

  private Map<String, List<Incident>> byId() {
    return grouped().entrySet().stream().collect(Collectors.toMap(group -> group.getKey().id(), Map.Entry::getValue));
  }

  private Map<Cause, List<Incident>> grouped() {
    List<Incident> roots = runtime.createIncidentQuery().orderByIncidentTimestamp().asc().listPage(0, MOST).stream()
        .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId())).toList();
    Map<String, String> processes = keys(roots.stream().map(Incident::getProcessDefinitionId).filter(Objects::nonNull).collect(Collectors.toSet()));
    return roots.stream().collect(Collectors.groupingBy(incident -> new Cause(Objects.requireNonNullElse(processes.get(incident.getProcessDefinitionId()), "-"),
        Objects.requireNonNullElse(incident.getFailedActivityId(), Objects.requireNonNullElse(incident.getActivityId(), "-")), incident.getIncidentType(),
        PARTICULAR.matcher(Objects.requireNonNullElse(incident.getIncidentMessage(), "")).replaceAll("#")), LinkedHashMap::new, Collectors.toList()));
  }

  private Map<String, String> keys(Collection<String> definitionIds) {
    return definitionIds.isEmpty() ? Map.of() : repository.createProcessDefinitionQuery().processDefinitionIdIn(definitionIds.toArray(String[]::new)).listPage(0, MOST).stream()
        .collect(Collectors.toMap(ProcessDefinition::getId, ProcessDefinition::getKey));
  }

  private IncidentGroup view(Cause cause, List<Incident> members) {
    IncidentKind kind = IncidentKind.of(cause.type().equals(Incident.FAILED_JOB_HANDLER_TYPE) ? cause.message() + "\n" + trace(members.get(0)) : null);
    String message = PersonalData.masked(Objects.requireNonNullElse(members.get(0).getIncidentMessage(), ""));
    return new IncidentGroup(cause.id(), kind, kind.title(), kind.advice(), cause.process(), cause.step(), message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)),
        members.size(), moment(members.get(0)), moment(members.get(members.size() - 1)), cases(members));
  }

  /** Empty when the job is gone meanwhile, or was no job. */
  private String trace(Incident incident) {
    if (!Incident.FAILED_JOB_HANDLER_TYPE.equals(incident.getIncidentType())) {
      return "";
    }
    try {
      return Objects.requireNonNullElse(management.getJobExceptionStacktrace(incident.getConfiguration()), "");
    } catch (AuthorizationException refused) {
      throw refused;
    } catch (ProcessEngineException gone) {
      return "";
    }
  }

  private static Instant moment(Incident incident) {
    return incident.getIncidentTimestamp().toInstant();
  }

  private List<String> cases(List<Incident> members) {
    Set<String> instances = members.stream().map(Incident::getProcessInstanceId).filter(Objects::nonNull).limit(MOST_CASES).collect(Collectors.toCollection(HashSet::new));
    if (instances.isEmpty()) {
      return List.of();
    }
    Map<String, String> numbers = new HashMap<>();
    for (ProcessInstance instance : runtime.createProcessInstanceQuery().processInstanceIds(instances).listPage(0, MOST_CASES)) {
      numbers.put(instance.getId(), Objects.requireNonNullElse(instance.getBusinessKey(), instance.getId()));
    }
    return numbers.values().stream().distinct().sorted().toList();
  }

  private record Cause(String process, String step, String type, String message) {

    String id() {
      return DigestUtils.sha256Hex(String.join("\n", process, step, type, message)).substring(0, ID_LENGTH);
    }
  }
}
