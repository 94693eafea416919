package dev.kefu.tasklist.overview;

import dev.kefu.engine.CaseStory.Page;
import dev.kefu.tasklist.overview.CaseOverview.EventView;
import dev.kefu.tasklist.overview.CaseOverview.OpenCaseView;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves Tasklist's tab "Case 案件"; 404 for whoever may not read the case. */
@RestController
@RequiredArgsConstructor
class CaseOverviewController {

  /** No case has so many steps, no customer so many cases. */
  private static final int LAST_PAGE = 10_000;

  private final CaseOverviews overviews;

  @GetMapping("/camunda/api/kefu/tasks/{taskId}/overview")
  CaseOverview ofTask(@PathVariable String taskId) {
    return found(overviews.ofTask(taskId));
  }

  @GetMapping({"/api/cases/{caseNumber}/overview", "/camunda/api/kefu/cases/{caseNumber}/overview"})
  CaseOverview of(@PathVariable String caseNumber) {
    return found(overviews.of(caseNumber));
  }

  /** What happened in the case, the latest first; 400 for a page that cannot be. */
  @GetMapping({"/api/cases/{caseNumber}/path", "/camunda/api/kefu/cases/{caseNumber}/path"})
  Page<EventView> path(@PathVariable String caseNumber, @RequestParam(defaultValue = "0") int page) {
    return found(overviews.path(caseNumber, checked(page)));
  }

  /** Open cases of the case's customer that the caller may read; 404 also for whoever may not read the register of customers. */
  @GetMapping({"/api/cases/{caseNumber}/customer-cases", "/camunda/api/kefu/cases/{caseNumber}/customer-cases"})
  Page<OpenCaseView> openCasesOfCustomer(@PathVariable String caseNumber, @RequestParam(defaultValue = "0") int page) {
    return found(overviews.openCasesOfCustomer(caseNumber, checked(page)));
  }

  private static int checked(int page) {
    if (page < 0 || page > LAST_PAGE) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Pages are counted from 0. 頁碼由 0 起。");
    }
    return page;
  }

  private static <T> T found(Optional<T> answer) {
    return answer.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such case, or it is not yours to read. 沒有此案件，或您無權查看。"));
  }
}
