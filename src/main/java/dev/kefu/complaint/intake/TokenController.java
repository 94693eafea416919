package dev.kefu.complaint.intake;

import dev.kefu.organisation.CurrentPerson;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For administrators: the tokens of the programs that hand in complaints. */
@RestController
@RequestMapping("/api/complaints/tokens")
@Tag(name = "Tokens of channels", description = "For administrators")
@RequiredArgsConstructor
class TokenController {

  private final Tokens tokens;
  private final CurrentPerson person;

  /**
   * What a token is wanted for.
   *
   * @param channel kebab-case; several tokens of one channel are valid at a time, so that a program changes over without a gap
   * @param formChannel option of the form's field {@code channel} that complaints of this channel get; may be left out
   */
  record Wanted(String channel, String formChannel) {
  }

  /**
   * A new token.
   *
   * @param token shown this once
   */
  record Made(long id, String channel, String formChannel, String prefix, String token) {
  }

  /** Makes a token. Its text is in this answer and nowhere else. */
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Made make(@RequestBody Wanted wanted) {
    Tokens.NewToken made = tokens.make(wanted.channel(), wanted.formChannel(), person.userId());
    ChannelToken known = made.known();
    return new Made(known.id(), known.channel(), known.formChannel(), known.prefix(), made.token());
  }

  /** All tokens, revoked ones included. */
  @GetMapping
  List<ChannelToken> all() {
    return tokens.all();
  }

  /** Revokes a token; the next request with it is refused. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable long id) {
    tokens.revoke(id, person.userId());
  }
}
