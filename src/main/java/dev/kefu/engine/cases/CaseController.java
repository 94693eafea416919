package dev.kefu.engine.cases;

import dev.kefu.engine.cases.OwnCases.CaseInBrief;
import dev.kefu.engine.cases.OwnCases.FirstTask;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tells whoever started a case its number, its state and where it goes on; 404 for everybody else. */
@RestController
@RequiredArgsConstructor
class CaseController {

  private final OwnCases cases;
  private final IdentityService identityService;

  @GetMapping("/api/cases/{caseNumber}")
  CaseInBrief find(@PathVariable String caseNumber) {
    return cases.find(caseNumber, caller()).orElseThrow(CaseController::unknown);
  }

  @GetMapping("/camunda/api/kefu/cases/{processInstanceId}/first-task")
  FirstTask firstTask(@PathVariable String processInstanceId) {
    return cases.firstTask(processInstanceId, caller()).orElseThrow(CaseController::unknown);
  }

  private String caller() {
    return identityService.getCurrentAuthentication().getUserId();
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "You started no such case 您未發起此案件");
  }
}
