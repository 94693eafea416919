package dev.kefu.operation.incidents;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For administrators: which steps stand still and why, what to do, and another try for all that failed for one reason. */
@RestController
@RequestMapping("/api/incidents")
@Tag(name = "Incidents", description = "For administrators")
@RequiredArgsConstructor
class IncidentController {

  private final Incidents incidents;

  /**
   * A retry to be.
   *
   * @param reason why it may work now; it stands in the audit trail
   */
  record Retry(@NotBlank @Size(min = 5, max = 500) String reason) {
  }

  /**
   * What a retry did.
   *
   * @param retried steps that were given new tries; the engine takes them up within seconds
   */
  record Retried(int retried) {
  }

  /** Steps that stand still, put together by what went wrong, the largest group first. */
  @GetMapping
  List<IncidentGroup> groups() {
    return incidents.groups();
  }

  /** The stack trace of one of a group. */
  @GetMapping(path = "/{id:[0-9a-f]+}/stacktrace", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
  String stackTrace(@PathVariable String id) {
    return incidents.stackTrace(id).orElseThrow(IncidentController::unknown);
  }

  /** Gives every step of a group three new tries. */
  @PostMapping("/{id:[0-9a-f]+}/retry")
  Retried retry(@PathVariable String id, @Valid @RequestBody Retry retry) {
    return new Retried(incidents.retry(id, retry.reason()).orElseThrow(IncidentController::unknown));
  }

  private static ResponseStatusException unknown() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There are no such incidents (any more) 無此故障,或已排除");
  }
}
