package dev.kefu.engine.events;

import dev.kefu.engine.events.CaseBoard.CaseInView;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves Tasklist's entry "Cases 案件" and its tab "Case actions 案件操作". */
@RestController
@RequiredArgsConstructor
class CaseBoardController {

  private final CaseBoard board;
  private final IdentityService identityService;

  /** The caller's running cases. */
  @GetMapping("/camunda/api/kefu/cases")
  List<CaseInView> mine() {
    return board.mine(identityService.getCurrentAuthentication());
  }

  /** The case of a task with all that the caller may tell it. */
  @GetMapping("/camunda/api/kefu/tasks/{taskId}/case")
  CaseInView ofTask(@PathVariable String taskId) {
    return board.ofTask(taskId, identityService.getCurrentAuthentication());
  }
}
