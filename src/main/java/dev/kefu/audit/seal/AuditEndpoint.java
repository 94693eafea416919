package dev.kefu.audit.seal;

import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: proves that the audit trail is as it was written. */
@RestController
@RequestMapping("/api/audit")
@RequiredArgsConstructor
class AuditEndpoint {

  private final Verification verification;

  /** Recomputes everything; takes seconds for a hundred thousand entries. */
  @GetMapping("/verification")
  Verdict verification() {
    return verification.verify();
  }
}
