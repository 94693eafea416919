package dev.kefu.tasklist.team;

import dev.kefu.tasklist.team.Team.Supervisor;
import dev.kefu.tasklist.team.TeamQueue.Member;
import dev.kefu.tasklist.team.TeamQueue.Row;
import dev.kefu.tasklist.team.TeamWork.Outcome;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves Tasklist's entry "Team 團隊" and, below {@code /api}, other programs; 403 for whoever has nobody below. */
@RestController
@RequestMapping({"/api/team", "/camunda/api/kefu/team"})
@Tag(name = "Team", description = "For supervisors: the queue and load of those below, reassigning, priority")
@RequiredArgsConstructor
class TeamController {

  private final Team team;
  private final TeamQueue queue;
  private final TeamWork work;

  /** Whether the page is offered. */
  record Right(boolean supervisor) {
  }

  /** Somebody to choose. */
  record Choice(String id, String name) {
  }

  /**
   * A page of the queue.
   *
   * @param me the supervisor, who may take work over
   * @param more whether there is another page
   */
  record View(Choice me, List<Member> members, List<Row> tasks, boolean more) {
  }

  /** Tasks to be given to somebody. */
  record Assignment(List<String> taskIds, String assignee, String reason) {
  }

  /** Tasks to become more or less urgent. */
  record Priority(List<String> taskIds, Integer priority, String reason) {
  }

  @GetMapping("/right")
  Right right() {
    return new Right(team.callerSupervises());
  }

  /** Load and queue: overdue first; of one person, or what nobody has, where asked. */
  @GetMapping
  View view(@RequestParam(required = false) String person, @RequestParam(defaultValue = "false") boolean waiting, @RequestParam(defaultValue = "0") int page) {
    Supervisor supervisor = supervisor();
    String wanted = person != null && supervisor.people().containsKey(person) ? person : null;
    List<Row> rows = queue.rows(supervisor, wanted, waiting, Math.max(page, 0));
    return new View(new Choice(supervisor.userId(), supervisor.name()), queue.members(supervisor), rows, rows.size() == TeamQueue.MOST);
  }

  /** Gives tasks to somebody of the team, or to the supervisor; what could not be given is told with the reason. */
  @PostMapping("/assignment")
  Outcome assign(@RequestBody Assignment assignment) {
    return work.reassign(supervisor(), assignment.taskIds(), assignment.assignee(), assignment.reason());
  }

  /** Sets the priority of tasks. */
  @PostMapping("/priority")
  Outcome prioritise(@RequestBody Priority priority) {
    return work.prioritise(supervisor(), priority.taskIds(), priority.priority(), priority.reason());
  }

  private Supervisor supervisor() {
    if (!team.callerSupervises()) {
      throw TeamProblem.noSupervisor();
    }
    return team.ofCaller();
  }
}
