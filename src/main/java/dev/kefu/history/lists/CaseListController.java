package dev.kefu.history.lists;

import dev.kefu.history.lists.ActivityCounts.ActivityCount;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves Cockpit's tab "History 歷史" and, below {@code /api}, other programs: for those who may read the history of the process. */
@RestController
@RequestMapping({"/api/history/processes/{processKey}", "/camunda/api/kefu/history/processes/{processKey}"})
@Tag(name = "History", description = "Cases of a process, running and finished, for those who may read its history")
@RequiredArgsConstructor
class CaseListController {

  private final Definitions definitions;
  private final CaseLists lists;
  private final ActivityCounts counts;

  /** The process and its versions. */
  @GetMapping
  Definitions.Process process(@PathVariable String processKey) {
    return definitions.find(processKey);
  }

  /** Cases, 25 at a time. */
  @GetMapping("/cases")
  CaseList cases(@PathVariable String processKey, @ModelAttribute CaseSearch search) {
    return lists.find(processKey, search);
  }

  /** How often each step was done, and how long it took. */
  @GetMapping("/activities")
  List<ActivityCount> activities(@PathVariable String processKey, @RequestParam(required = false) Integer version,
                                 @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
                                 @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to) {
    return counts.of(processKey, version, from, to);
  }
}
