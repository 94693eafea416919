package dev.kefu.notification.outbox;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For administrators: what was sent, what was not and why, and another try. */
@RestController
@RequestMapping("/api/notifications")
@RequiredArgsConstructor
class NotificationController {

  private final Messages messages;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final IdentityService identities;

  /** The newest 500, of a case or in a state where these are given. */
  @GetMapping
  List<MessageView> find(@RequestParam(name = "case", required = false) String caseNumber, @RequestParam(required = false) State state) {
    return messages.find(caseNumber, state);
  }

  /** Sends a message that failed, had no address or is doubtful; a doubtful one may arrive twice. */
  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Transactional
  void retry(@PathVariable long id) {
    if (!outbox.retry(id)) {
      throw messages.exists(id)
          ? new ResponseStatusException(HttpStatus.CONFLICT, "Only a message that failed, had no address or is doubtful can be sent again 僅發送失敗、無地址或存疑的通知可重發")
          : new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such message 無此通知");
    }
    audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, identities.getCurrentAuthentication().getUserId(), "retryNotification", "notification",
        String.valueOf(id), null, Map.of()));
  }
}
