package dev.kefu.complaint.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kefu.complaint.intake.IntakeProblem.Error;
import dev.kefu.engine.CasesFromOutside.FormOutline;
import dev.kefu.engine.CasesFromOutside.RefusedData;
import dev.kefu.engine.CasesFromOutside.Sender;
import dev.kefu.engine.CasesFromOutside.WrongField;
import dev.kefu.organisation.ChannelUser;
import dev.kefu.organisation.CurrentPerson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes complaints from programs. The body is read here, so that nothing is read of what comes too fast, and no more than allowed of what is too large. */
@RestController
@RequestMapping(path = "/api/complaints")
@Tag(name = "Complaints from outside", description = "For programs with a channel's token")
@SecurityScheme(name = "channelToken", type = SecuritySchemeType.HTTP, scheme = "bearer")
@SecurityRequirement(name = "channelToken")
@RequiredArgsConstructor
class ComplaintController {

  private static final String PROBLEM = "application/problem+json";
  /** Two equal keys in one object would make it a matter of taste which one counts. */
  private static final ObjectMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() { };

  private final ComplaintIntake intake;
  private final RateLimit limit;
  private final ChannelTokenTable tokens;
  private final IntakeProperties settings;
  private final CurrentPerson caller;

  /** What a program sends; read by hand, described here. */
  @Schema(name = "Complaint")
  record Sent(
      @Schema(description = "The sender's own reference, at most 100 characters, the same for the same complaint 來文編號",
          requiredMode = Schema.RequiredMode.REQUIRED, maxLength = ComplaintIntake.LONGEST_REFERENCE, example = "WS-2026-4711") String reference,
      @Schema(description = "The fields of the complaint's form, see GET /api/complaints/form; its field \"channel\" is set by the channel where the channel says so",
          requiredMode = Schema.RequiredMode.REQUIRED) Map<String, Object> complaint) {
  }

  /**
   * What became of it.
   *
   * @param caseNumber to be quoted in every later contact
   */
  record Answer(String caseNumber, String reference) {
  }

  /** What a refusal looks like; {@code errors} is there when fields are wrong. */
  @Schema(name = "Problem")
  record Refusal(int status, String title, String detail, List<Error> errors) {
  }

  /** Which fields a complaint has, with their types and options. */
  @GetMapping("/form")
  FormOutline form() {
    limit.count(channel());
    return intake.form();
  }

  @Operation(summary = "Hands in a complaint", description = "Opens one case for each reference of a channel: the same again gets the same case number.",
      requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Sent.class))),
      responses = {
          @ApiResponse(responseCode = "201", description = "A case was opened", content = @Content(schema = @Schema(implementation = Answer.class))),
          @ApiResponse(responseCode = "200", description = "The same was received before", content = @Content(schema = @Schema(implementation = Answer.class))),
          @ApiResponse(responseCode = "400", description = "No JSON object", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "401", description = "No valid token", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "403", description = "No channel's token", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "409", description = "The reference stands for other content", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "413", description = "The body is too large", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "415", description = "No application/json", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "422", description = "Fields are wrong: errors names each", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "429", description = "Too fast; Retry-After says how many seconds to wait", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class))),
          @ApiResponse(responseCode = "503", description = "No complaints are taken now", content = @Content(mediaType = PROBLEM, schema = @Schema(implementation = Refusal.class)))})
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Answer> receive(HttpServletRequest request) throws IOException {
    String channel = channel();
    limit.count(channel);
    Map<String, Object> sent = parse(body(request));
    String reference = reference(sent);
    Map<String, Object> complaint = complaint(sent);
    FormOutline form = intake.form();
    tokens.formChannelOf(channel).filter(option -> form.fields().stream().anyMatch(field -> field.key().equals(ComplaintIntake.CHANNEL_FIELD)))
        .ifPresent(option -> complaint.put(ComplaintIntake.CHANNEL_FIELD, option));
    try {
      Receipt receipt = intake.receive(new Sender(channel, null, reference), complaint);
      return ResponseEntity.status(receipt.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(new Answer(receipt.caseNumber(), reference));
    } catch (RefusedData refused) {
      throw IntakeProblem.wrong(refused.errors().stream().map(ComplaintController::inBody).toList());
    } catch (ReferenceTaken taken) {
      throw IntakeProblem.of(HttpStatus.CONFLICT, taken.getMessage());
    }
  }

  private String channel() {
    return ChannelUser.channelOf(caller.userId());
  }

  private byte[] body(HttpServletRequest request) throws IOException {
    long most = settings.largestBody().toBytes();
    byte[] body = request.getContentLengthLong() > most ? null : request.getInputStream().readNBytes(Math.toIntExact(most + 1));
    if (body == null || body.length > most) {
      throw IntakeProblem.of(HttpStatus.PAYLOAD_TOO_LARGE, "The body is larger than %1$d kB 內容超過 %1$d kB".formatted(settings.largestBody().toKilobytes()));
    }
    return body;
  }

  private static Map<String, Object> parse(byte[] body) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
      Map<String, Object> sent = text.isBlank() ? null : JSON.readValue(text, OBJECT);
      if (sent != null) {
        return sent;
      }
    } catch (JsonProcessingException noObject) {
      // What stands in the body is the sender's and may be personal: it is not quoted.
      throw noJson(noObject.getLocation() == null ? "" : " (line 第 %d 行)".formatted(noObject.getLocation().getLineNr()));
    } catch (CharacterCodingException otherEncoding) {
      throw noJson("");
    }
    throw noJson("");
  }

  private static IntakeProblem noJson(String where) {
    return IntakeProblem.of(HttpStatus.BAD_REQUEST, "The body is no JSON object in UTF-8 內容不是 UTF-8 編碼的 JSON 對象" + where);
  }

  private static String reference(Map<String, Object> sent) {
    List<Error> errors = new ArrayList<>();
    Object reference = sent.get("reference");
    String label = "Reference 來文編號";
    if (!(reference instanceof String text) || text.isBlank()) {
      errors.add(new Error("#/reference", label, "is required, as text 為必填文字"));
    } else if (text.length() > ComplaintIntake.LONGEST_REFERENCE) {
      errors.add(new Error("#/reference", label, "has more than 100 characters 超過 100 個字"));
    }
    if (!(sent.get("complaint") instanceof Map)) {
      errors.add(new Error("#/complaint", "Complaint 投訴", "is required, as an object 為必填對象"));
    }
    sent.keySet().stream().filter(key -> !List.of("reference", "complaint").contains(key))
        .forEach(key -> errors.add(new Error("#/" + escaped(key), shortened(key), "is not asked for 無此欄位")));
    if (!errors.isEmpty()) {
      throw IntakeProblem.wrong(errors);
    }
    return ((String) reference).strip();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> complaint(Map<String, Object> sent) {
    return new LinkedHashMap<>((Map<String, Object>) sent.get("complaint"));
  }

  private static Error inBody(WrongField error) {
    String pointer = Stream.of(error.path().replace("[", ".").replace("]", "").split("\\.")).filter(part -> !part.isEmpty())
        .map(part -> "/" + escaped(part)).reduce("#/complaint", String::concat);
    return new Error(pointer, error.label(), error.message());
  }

  private static String escaped(String key) {
    return shortened(key).replace("~", "~0").replace("/", "~1");
  }

  private static String shortened(String key) {
    return key.length() <= 60 ? key : key.substring(0, 60) + "…";
  }
}
