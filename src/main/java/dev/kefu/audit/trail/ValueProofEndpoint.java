package dev.kefu.audit.trail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.NoSuchElementException;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** For administrators: proves what a value of an entry was. The value comes in the body, so that no access log keeps it. */
@RestController
@RequestMapping("/api/audit/entries/{id}")
@RequiredArgsConstructor
class ValueProofEndpoint {

  private final AuditedValues values;

  /** Says whether the entry's value was the candidate; 404 for an unknown entry or name. */
  @PostMapping("/proof")
  Answer proof(@PathVariable long id, @Valid @RequestBody Candidate candidate) {
    try {
      return new Answer(values.verifyValue(id, candidate.name(), candidate.value()));
    } catch (NoSuchElementException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, e.getMessage(), e);
    }
  }

  record Candidate(@NotNull String name, @NotNull String value) {
  }

  record Answer(ValueProof proof) {
  }
}
