package dev.kefu.document.casefiles;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.document.printing.Printing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Serves the files of ended cases to those who may read the case; reading them is audited. */
@RestController
@RequiredArgsConstructor
class CaseFileController {

  private final CaseFileRegister files;
  private final Printing printing;
  private final IdentityService identityService;
  private final AuditTrail audit;

  /**
   * What the register says of a file.
   *
   * @param keepUntil the first day on which the rule of retention lets it go
   * @param verified whether both contents have the hash with which they were frozen
   */
  record CaseFileView(String caseNumber, Instant endedAt, String outcome, Instant frozenAt, LocalDate keepUntil, String jsonSha256, String pdfSha256, boolean verified) {
  }

  /** The file's entry, its contents verified now; 404 for a case without one, 403 for somebody who may not read the case. */
  @GetMapping("/api/cases/{caseNumber}/case-file")
  CaseFileView view(@PathVariable String caseNumber) {
    CaseFile file = readable(caseNumber);
    boolean verified = CaseFileRegister.sha256(files.content(file.getJsonKey())).equals(file.getJsonSha256())
        && CaseFileRegister.sha256(files.content(file.getPdfKey())).equals(file.getPdfSha256());
    return new CaseFileView(caseNumber, file.getEndedAt(), file.getOutcome(), file.getFrozenAt(), file.getKeepUntil(), file.getJsonSha256(), file.getPdfSha256(), verified);
  }

  /** The file for programs. */
  @GetMapping("/api/cases/{caseNumber}/case-file.json")
  ResponseEntity<byte[]> json(@PathVariable String caseNumber) {
    return download(caseNumber, readable(caseNumber).getJsonKey(), "json", MediaType.APPLICATION_JSON);
  }

  /** The file for people. */
  @GetMapping({"/api/cases/{caseNumber}/case-file.pdf", "/camunda/api/kefu/cases/{caseNumber}/case-file.pdf"})
  ResponseEntity<byte[]> pdf(@PathVariable String caseNumber) {
    return download(caseNumber, readable(caseNumber).getPdfKey(), "pdf", MediaType.APPLICATION_PDF);
  }

  private CaseFile readable(String caseNumber) {
    printing.requireReadable(caseNumber);
    return files.find(caseNumber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
        "Case " + caseNumber + " has no file yet: it runs, or it ended a moment ago 案件尚未歸檔"));
  }

  private ResponseEntity<byte[]> download(String caseNumber, String key, String ending, MediaType type) {
    byte[] content = files.content(key);
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, identityService.getCurrentAuthentication().getUserId(), "read", "caseFile", ending, caseNumber, Map.of()));
    return ResponseEntity.ok().contentType(type).cacheControl(CacheControl.noStore().cachePrivate()).header("X-Content-Type-Options", "nosniff")
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(caseNumber + "." + ending, StandardCharsets.UTF_8).build().toString()).body(content);
  }
}
