package dev.kefu.audit.seal;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For administrators and auditors: proves that the audit trail is as it was written. */
@RestController
@RequestMapping("/api/audit")
@RequiredArgsConstructor
class AuditEndpoint {

  private final Verification verification;
  private final NightlyVerification nightly;

  /** Recomputes everything; takes seconds for a hundred thousand entries. */
  @GetMapping("/verification")
  Verdict verification() {
    return verification.verify();
  }

  /** What the last hundred nights found, newest first. */
  @GetMapping("/verifications")
  List<NightlyVerification.Night> nights() {
    return nightly.nights();
  }
}
