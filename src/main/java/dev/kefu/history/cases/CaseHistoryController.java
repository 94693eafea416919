package dev.kefu.history.cases;

import dev.kefu.history.cases.Operations.EntryPage;
import dev.kefu.history.cases.Operations.OperationPage;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves Cockpit's page of a case and, below {@code /api}, other programs. What somebody may not read of a case is not told; of nothing at all, 404. */
@RestController
@RequestMapping({"/api/history/cases/{caseNumber}", "/camunda/api/kefu/history/cases/{caseNumber}"})
@Tag(name = "History", description = "Cases of a process, running and finished, for those who may read its history")
@RequiredArgsConstructor
class CaseHistoryController {

  private final CaseHistories histories;

  /** The case: parts, trail, forms, decisions, comments, notifications, related cases. */
  @GetMapping
  CaseHistory find(@PathVariable String caseNumber) {
    return histories.find(caseNumber);
  }

  /** One part of the case on its picture: where it came to, how often, how long, and which arrows it took. */
  @GetMapping("/parts/{partId}/path")
  CasePath path(@PathVariable String caseNumber, @PathVariable String partId) {
    return histories.path(caseNumber, partId);
  }

  /** The operation log, 100 entries at a time, oldest first. */
  @GetMapping("/operations")
  OperationPage operations(@PathVariable String caseNumber, @RequestParam(defaultValue = "0") int page) {
    return histories.operations(caseNumber, Math.max(page, 0));
  }

  /** Refusals, reads of classified values, what was taken away, repairs: 100 at a time, oldest first. */
  @GetMapping("/entries")
  EntryPage entries(@PathVariable String caseNumber, @RequestParam(defaultValue = "0") int page) {
    return histories.entries(caseNumber, Math.max(page, 0));
  }

  /** The case as PDF. */
  @GetMapping("/history.pdf")
  ResponseEntity<byte[]> print(@PathVariable String caseNumber) {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore().cachePrivate()).header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(caseNumber + "-history.pdf", StandardCharsets.UTF_8).build().toString()).body(histories.print(caseNumber));
  }
}
