package dev.kefu.document.printing;

import dev.kefu.document.printing.Printing.CaseDocuments;
import java.nio.charset.StandardCharsets;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves Tasklist's list of documents and, below {@code /api}, other programs. */
@RestController
@RequiredArgsConstructor
class PrintingController {

  private final Printing printing;
  private final IdentityService identityService;

  /** Documents of the task's case; 404 for an unknown task, 403 for somebody who may not read the case. */
  @GetMapping("/camunda/api/kefu/tasks/{taskId}/documents")
  CaseDocuments ofTask(@PathVariable String taskId) {
    return ofCase(printing.caseOf(taskId));
  }

  /** Documents of a case, running or ended; 404 for an unknown case, 403 for somebody who may not read it. */
  @GetMapping({"/api/cases/{caseNumber}/documents", "/camunda/api/kefu/cases/{caseNumber}/documents"})
  CaseDocuments ofCase(@PathVariable String caseNumber) {
    return printing.of(caseNumber);
  }

  /** One document as PDF, as a download. */
  @GetMapping(path = {"/api/cases/{caseNumber}/documents/{formId}.pdf", "/camunda/api/kefu/cases/{caseNumber}/documents/{formId}.pdf"})
  ResponseEntity<byte[]> print(@PathVariable String caseNumber, @PathVariable String formId) {
    byte[] pdf = printing.print(caseNumber, formId, identityService.getCurrentAuthentication().getUserId());
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).cacheControl(CacheControl.noStore().cachePrivate())
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(caseNumber + "-" + formId + ".pdf", StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff").body(pdf);
  }
}
