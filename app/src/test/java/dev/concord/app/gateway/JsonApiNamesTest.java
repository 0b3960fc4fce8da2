package dev.concord.app.gateway;

import static dev.concord.app.gateway.Exchange.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What JSON:API 1.1 demands of the names of members: a test for each statement, named after its id, as {@code NormativeStatementsTest} holds. */
class JsonApiNamesTest extends JsonApiExample {
    @Test
    void memberNameCase() {
        assertThat(read(ORDER + "?fields[Order]=Freight").status()).isEqualTo(200);
        assertThat(read(ORDER + "?fields[Order]=freight").status()).isEqualTo(400);
        assertThat(read("/api/order/10").status()).isEqualTo(404);
    }

    @Test
    void memberNameCharacter() {
        names().forEach(name -> assertThat(name).isNotEmpty());
    }

    @Test
    void memberNameAllowedCharactersOnly() {
        names().forEach(name -> assertThat(name).matches("[-_ a-zA-Z0-9\\u0080-\\uffff]+"));
    }

    @Test
    void memberNameGloballyAllowed() {
        names().forEach(name -> assertThat(name).matches("[a-zA-Z0-9\\u0080-\\uffff](.*[a-zA-Z0-9\\u0080-\\uffff])?"));
    }

    @Test
    void memberNameReservedCharacters() {
        names().forEach(name -> assertThat(name).doesNotMatch(".*[+,.\\[\\]!\"#$%&'()*/:;<=>?@\\\\^`{|}~].*"));
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        read("/api/odd-names/1").at("/data/attributes").fieldNames().forEachRemaining(names::add);
        assertThat(names).contains("type-column", "a-b", "x_c");
        return names;
    }

    @Test
    void memberNameAtMembersNoProcess() {
        checkedMemberNameAtMembersNoProcess();
    }

    private void checkedMemberNameAtMembersNoProcess() {
        Exchange changed = send(
                gateway,
                "PATCH",
                "/api/Category/2",
                "{'data':{'type':'Category','id':'2','@id':'9','attributes':{'@CategoryName':'x','@other':1}},'@data':null}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.at("/data/attributes/CategoryName").asText()).isEqualTo("Condiments");
    }

    @Test
    void memberNameAtMembersIgnoreForDefinitions() {
        checkedMemberNameAtMembersNoProcess();
    }
}
