package dev.kefu.tasklist.comments;

import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Service;

/** The comments of a case, for those who work on one of its open tasks: what one step notes down, the next one reads. */
@Service
@RequiredArgsConstructor
class CaseComments {

  private static final String SYSTEM = "Kefu 系統";
  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final TaskService taskService;
  private final IdentityService identityService;
  private final ProcessEngineConfigurationImpl engine;
  private final Clock clock;

  /** All comments of the task's case, newest first; empty when the caller cannot see the task. */
  Optional<List<CaseComment>> of(String taskId) {
    return visible(taskId).map(task -> inWords(taskService.getProcessInstanceComments(task.getProcessInstanceId())));
  }

  /** Adds a comment to the task and its case; false when the caller cannot see the task. */
  boolean add(String taskId, String message) {
    Optional<Task> task = visible(taskId);
    task.ifPresent(found -> taskService.createComment(taskId, found.getProcessInstanceId(), message));
    return task.isPresent();
  }

  private Optional<Task> visible(String taskId) {
    return Optional.ofNullable(taskService.createTaskQuery().taskId(taskId).singleResult());
  }

  private List<CaseComment> inWords(List<Comment> comments) {
    Map<String, String> names = namesOf(comments.stream().map(Comment::getUserId).filter(Objects::nonNull).distinct().toArray(String[]::new));
    return comments.stream().sorted(Comparator.comparing(Comment::getTime).reversed())
        .map(comment -> new CaseComment(comment.getUserId() == null ? SYSTEM : names.getOrDefault(comment.getUserId(), comment.getUserId()),
            AT.format(comment.getTime().toInstant().atZone(clock.getZone())), comment.getFullMessage()))
        .toList();
  }

  /** Employees may not read one another's profiles; the name beside a comment is no secret. */
  private Map<String, String> namesOf(String[] userIds) {
    if (userIds.length == 0) {
      return Map.of();
    }
    return engine.getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(() ->
        identityService.createUserQuery().userIdIn(userIds).listPage(0, userIds.length).stream()
            .collect(toMap(User::getId, user -> user.getFirstName() + " " + user.getLastName()))));
  }
}
