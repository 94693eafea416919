package dev.kefu.erasure.requests;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Erasing a customer: one person asks, two others agree. */
@RestController
@RequestMapping("/api/erasures")
@Tag(name = "Erasures", description = "Making a customer unrecognisable: asked for by the information section, agreed to by the legal counsel, approved by the manager")
@RequiredArgsConstructor
class ErasureController {

  private final Erasures erasures;

  /**
   * A request.
   *
   * @param also further names and numbers of the person, as they were typed into forms
   */
  record Asked(@NotNull @Pattern(regexp = "C[0-9]{6}") String customerCode, @NotBlank @Size(min = 5, max = 500) String reason, @Size(max = 20) List<@Size(min = 2, max = 200) String> also) {
  }

  /** A refusal. */
  record Refused(@NotBlank @Size(min = 5, max = 500) String reason) {
  }

  /** The last 500 requests. */
  @GetMapping
  List<ErasureRequest> all() {
    return erasures.all();
  }

  /** Asks for it; no case of the customer may be open. */
  @PostMapping
  ErasureRequest ask(@Valid @RequestBody Asked asked) {
    return erasures.ask(asked.customerCode(), asked.reason(), asked.also() == null ? List.of() : asked.also());
  }

  /** The legal counsel agrees: there is no dispute, and nothing has to be kept. */
  @PostMapping("/{id:[0-9]+}/agreement")
  ErasureRequest agree(@PathVariable long id) {
    return erasures.agree(id);
  }

  /** The manager approves, for the higher secrecy grades the general manager: it is done within a minute, and cannot be undone. */
  @PostMapping("/{id:[0-9]+}/approval")
  ErasureRequest approve(@PathVariable long id) {
    return erasures.approve(id);
  }

  /** It stays as it is. */
  @PostMapping("/{id:[0-9]+}/refusal")
  ErasureRequest refuse(@PathVariable long id, @Valid @RequestBody Refused refused) {
    return erasures.refuse(id, refused.reason());
  }
}
