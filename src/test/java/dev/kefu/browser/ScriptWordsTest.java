package dev.kefu.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our own scripts show is English followed by Chinese, so that everybody reads it whatever the browser speaks. */
class ScriptWordsTest {

  private static final Path SCRIPTS = Path.of("src/main/resources", Labels.FOLDER, "tasklist/scripts");

  /** Holds one language for the other, by its very purpose. */
  private static final String DICTIONARY = "wording.js";

  /** Texts in one language that nobody is shown. */
  private static final Map<String, String> NEVER_SHOWN = Map.of(
      "Accept", "A header of a request",
      "Field must match pattern ", "What the form viewer says, to be recognised",
      "Your session has ended", "What the server says, to be recognised",
      "Kefu", "A name; the header shows the Chinese beside it",
      "客服", "A name; the header shows the English beside it");

  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m:^\\s*//[^\n]*$)", Pattern.DOTALL);
  private static final Pattern IMPORT = Pattern.compile("(?m)^import .*$");
  private static final Pattern CLASS_OF_ELEMENT = Pattern.compile("element\\(('[\\w-]+'), (?:'[^']*'|`[^`]*`|\\w+ === '[^']*' \\? '[^']*' : '[^']*')");
  private static final Pattern LITERAL = Pattern.compile("(?:'(?:[^'\\\\\n]|\\\\.)*'|`(?:[^`\\\\]|\\\\.)*`)(?:\\s*\\+\\s*(?:'(?:[^'\\\\\n]|\\\\.)*'|`(?:[^`\\\\]|\\\\.)*`))*");
  private static final Pattern INSERTED = Pattern.compile("\\$\\{(?:[^{}]|\\{[^{}]*})*}");
  private static final Pattern SELECTOR_OR_CLASSES = Pattern.compile("^(?:[.#].*|[\\w.]*\\[.*|(?:[\\w.]+ )?[a-z]+(?:-[a-z]+)+(?: [a-z]+(?:-[a-z]+)*)*)$");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2}");
  private static final Pattern SENTENCE = Pattern.compile("(?:^|[^\\w-])[A-Z][a-z]+(?:[^\\w-]|$)|[a-z]{2,} [a-z]{2,}");

  @ParameterizedTest
  @MethodSource("scripts")
  void whatAScriptShowsIsInBothLanguages(Path script) throws IOException {
    assertThat(literals(Files.readString(script)).filter(text -> !NEVER_SHOWN.containsKey(text)).filter(ScriptWordsTest::isInOneLanguage)).isEmpty();
  }

  @Test
  void oneLanguageIsFoundAndNamesOfClassesAreNot() {
    assertThat(literals("element('p', 'kefu-none', 'Nothing yet.');")).filteredOn(ScriptWordsTest::isInOneLanguage).containsExactly("Nothing yet.");
    assertThat(literals("button(`${count} 份答卷`, 'btn-default btn-xs');")).filteredOn(ScriptWordsTest::isInOneLanguage).containsExactly("${count} 份答卷");
    assertThat(literals("say('Sent. ' + '已送出。', '.tab-content a');")).filteredOn(ScriptWordsTest::isInOneLanguage).isEmpty();
  }

  @Test
  void whatIsNeverShownStandsInAScript() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path script : scripts().toList()) {
      all.append(Files.readString(script));
    }
    assertThat(NEVER_SHOWN.keySet()).allSatisfy(text -> assertThat(all).contains("'" + text + "'"));
  }

  static Stream<Path> scripts() throws IOException {
    return Files.walk(SCRIPTS).filter(file -> file.toString().endsWith(".js") && !file.endsWith(DICTIONARY)).sorted();
  }

  /** Texts of a script, those that a plus puts together as one. */
  private static Stream<String> literals(String script) {
    String code = CLASS_OF_ELEMENT.matcher(IMPORT.matcher(COMMENT.matcher(script).replaceAll("")).replaceAll("")).replaceAll("element($1");
    return LITERAL.matcher(code).results().map(MatchResult::group).map(literal -> literal.replaceAll("['`]\\s*\\+\\s*['`]", "")).map(text -> text.substring(1, text.length() - 1));
  }

  private static boolean isInOneLanguage(String literal) {
    String text = INSERTED.matcher(literal).replaceAll("");
    boolean han = HAN.matcher(text).find();
    return han ? !LATIN.matcher(text).find() : !SELECTOR_OR_CLASSES.matcher(text).matches() && SENTENCE.matcher(text).find();
  }
}
