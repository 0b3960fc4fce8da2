package dev.concord.app.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that the gateway's own answers are held to accept what JSON:API allows, and nothing else. */
class DocumentRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'data':null}",
                "{'data':[]}",
                "{'data':{'type':'a','id':'1'}}",
                "{'data':[{'type':'a','id':'1'},{'type':'a','id':'2'}]}",
                "{'data':{'type':'a','id':'1','attributes':{}}}",
                "{'data':{'type':'a','id':'1','attributes':{'n m':1,'größe':[1],'x':{'y':null}},'meta':{'etag':'x'}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':null}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':[]}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':{'type':'b','id':'2'}},'c':{'links':{'self':'/x'}}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':[{'type':'b','id':'2'}]}}},"
                        + "'included':[{'type':'b','id':'2','links':{'self':{'href':'http://h/b/2'}}}]}",
                "{'meta':{}}",
                "{'meta':{'any':{'thing':1}},'links':{'self':'http://h/','describedby':'/openapi.json'}}",
                "{'data':[],'links':{'first':'/x','prev':null,'next':'/x?page%5Bafter%5D=y'}}",
                "{'errors':[{'status':'404','code':'x','title':'y'}],'meta':{'n':1}}",
                "{'errors':[{'source':{'pointer':'/data/attributes/a~1b'}},{'source':{'parameter':'page[limit]'}}]}",
                "{'jsonapi':{'version':'1.1','meta':{}},'data':null}"
            })
    void whatIsAllowedIsAccepted(String document) throws IOException {
        assertThat(broken(document)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'data':null,'errors':[]}",
                "{'included':[]}",
                "{'meta':{},'included':[]}",
                "{'data':null,'other':1}",
                "{'data':null,'links':{'other':'/x'}}",
                "{'data':'a'}",
                "{'data':['a']}",
                "{'data':{'type':'a'}}",
                "{'data':{'id':'1'}}",
                "{'data':{'type':'a','id':1}}",
                "{'data':{'type':1,'id':'1'}}",
                "{'data':{'type':'','id':'1'}}",
                "{'data':{'type':'a.b','id':'1'}}",
                "{'data':{'type':'-a','id':'1'}}",
                "{'data':{'type':'a','id':'1','other':1}}",
                "{'data':{'type':'a','id':'1','attributes':[]}}",
                "{'data':{'type':'a','id':'1','attributes':{'id':'1'}}}",
                "{'data':{'type':'a','id':'1','attributes':{'type':'a'}}}",
                "{'data':{'type':'a','id':'1','attributes':{'a+b':1}}}",
                "{'data':{'type':'a','id':'1','attributes':{'a':{'links':1}}}}",
                "{'data':{'type':'a','id':'1','relationships':[]}}",
                "{'data':{'type':'a','id':'1','relationships':{'id':{'data':null}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'type':{'data':null}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b_':{'data':null}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':null,'other':1}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':'x'}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':{'type':'b'}}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':[{'id':'2'}]}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'data':{'type':'b','id':'2','attributes':{}}}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'links':[]}}}}",
                "{'data':{'type':'a','id':'1','relationships':{'b':{'meta':1}}}}",
                "{'data':{'type':'a','id':'1','links':'x'}}",
                "{'data':{'type':'a','id':'1','links':{'self':1}}}",
                "{'data':{'type':'a','id':'1','links':{'self':{'href':1}}}}",
                "{'data':{'type':'a','id':'1','links':{'self':'http://h/a b'}}}",
                "{'data':[{'type':'a','id':'1'},{'type':'a','id':'1','meta':{'n':1}}]}",
                "{'data':{'type':'a','id':'1'},'included':{}}",
                "{'data':{'type':'a','id':'1'},'included':[{'type':'b'}]}",
                "{'data':{'type':'a','id':'1'},'included':[{'type':'a','id':'1'}]}",
                "{'data':{'type':'a','id':'1','attributes':{}},'included':[{'type':'b','id':'1'}]}",
                "{'data':null,'meta':[]}",
                "{'data':null,'meta':{'':1}}",
                "{'data':null,'jsonapi':'1.1'}",
                "{'data':null,'jsonapi':{'version':1.1}}",
                "{'data':null,'jsonapi':{'other':1}}",
                "{'data':null,'jsonapi':{'meta':1}}",
                "{'errors':{}}",
                "{'errors':['x']}",
                "{'errors':[{}]}",
                "{'errors':[{'status':404}]}",
                "{'errors':[{'other':1}]}",
                "{'errors':[{'source':{'pointer':'data'}}]}"
            })
    void whatIsNotAllowedIsRejected(String document) throws IOException {
        assertThat(broken(document)).isNotEmpty();
    }

    private static Iterable<String> broken(String document) throws IOException {
        return DocumentRules.broken(new JsonMapper().readTree(document.replace('\'', '"')));
    }
}
