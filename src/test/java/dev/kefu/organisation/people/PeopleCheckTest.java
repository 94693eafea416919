package dev.kefu.organisation.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.kefu.organisation.people.PeopleCheck.BadCell;
import dev.kefu.organisation.people.PeopleFile.Column;
import dev.kefu.organisation.people.PeopleFile.Line;
import dev.kefu.tables.FileSniffer;
import dev.kefu.tables.UnreadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleCheckTest {

  private static final String HEADING = "User ID,First name,Last name,E-mail,Roles\n";
  private final PeopleCheck check = new PeopleCheck(Map.of("clerk", "clerk", "boss", "boss", "merged", "boss", "customer", "customer", "camunda-admin", "camunda-admin"),
      Set.of("customer"), "root-user", true);

  @Test
  void aGoodFileHasNoErrors() throws IOException {
    List<Line> lines = read(HEADING + "wang.xm,小明,王,wang@example.com,clerk; boss\nli@example.com,Li,Lei,,\n");

    assertThat(check.errors(lines)).isEmpty();
    assertThat(lines.get(0).roles()).containsExactly("clerk", "boss");
    assertThat(lines.get(1).roles()).isEmpty();
  }

  @Test
  void everyBadCellIsNamedByRowAndColumn() throws IOException {
    List<Line> lines = read(HEADING
        + "wang xm,小明,王,wang@example.com,clerk\n"
        + "li,,,no address,clerk\n"
        + "zhao,A,B,,clark;customer\n"
        + "li,C,D,,boss\n"
        + "root-user,E,F,,boss\n");

    assertThat(check.errors(lines)).extracting(BadCell::row, BadCell::column).containsExactly(
        tuple(2L, "User ID 帳號"), tuple(3L, "First name 名字"), tuple(3L, "Last name 姓氏"), tuple(3L, "E-mail 電郵"), tuple(4L, "Roles 崗位"), tuple(4L, "Roles 崗位"),
        tuple(5L, "User ID 帳號"), tuple(6L, "Roles 崗位"));
    assertThat(check.errors(lines)).extracting(BadCell::message).anyMatch(message -> message.startsWith("\"clark\" is no role"))
        .anyMatch(message -> message.startsWith("\"customer\" never logs in")).anyMatch(message -> message.startsWith("stands in row 3 already"))
        .anyMatch(message -> message.startsWith("would take your own right"));
  }

  @Test
  void headingsMayBeChineseInAnyOrderAndTheFileInTheEncodingOfChineseSpreadsheets() throws IOException {
    byte[] file = "崗位;帳號;姓氏;名字;電郵\r\nclerk;wang;王;小明;\r\n".getBytes(Charset.forName("GB18030"));

    List<Line> lines = PeopleFile.read(new ByteArrayInputStream(file), new FileSniffer());

    assertThat(check.errors(lines)).isEmpty();
    assertThat(lines.get(0).cell(Column.LAST_NAME)).isEqualTo("王");
    assertThat(lines.get(0).roles()).containsExactly("clerk");
  }

  @ParameterizedTest
  @ValueSource(strings = {"User ID,First name,Last name,Roles\na,b,c,clerk\n", HEADING, "User ID,First name,Last name,E-mail,Roles,Shoe size\na,b,c,,clerk,42\n",
    "User ID,User ID,First name,Last name,E-mail,Roles\na,a,b,c,,clerk\n", "User ID,First name,Last name,E-mail,Roles\na,\"b,c,,clerk\n"})
  void aFileThatIsNoTableOfPeopleIsRefused(String file) {
    assertThatThrownBy(() -> read(file)).isInstanceOf(UnreadableFile.class);
  }

  private static List<Line> read(String file) throws IOException {
    return PeopleFile.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), new FileSniffer());
  }
}
