package dev.kefu.audit.seal;

import dev.kefu.audit.AuditReaders;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators and auditors, programs and Cockpit: proves that the audit trail is as it was written. */
@RestController
@RequestMapping({"/api/audit", "/camunda/api/kefu/audit"})
@RequiredArgsConstructor
class AuditEndpoint {

  private final Verification verification;
  private final NightlyVerification nightly;
  private final AuditReaders readers;

  /** Recomputes everything; takes seconds for a hundred thousand entries. */
  @GetMapping("/verification")
  Verdict verification() {
    readers.require();
    return verification.verify();
  }

  /** What the last hundred nights found, newest first. */
  @GetMapping("/verifications")
  List<NightlyVerification.Night> nights() {
    readers.require();
    return nightly.nights();
  }
}
