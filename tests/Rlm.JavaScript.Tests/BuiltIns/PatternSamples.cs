namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Expressions on regular expressions and the string methods that take them, and what <see cref="Samples"/> shows of their values in Node.js 20.</summary>
internal static class PatternSamples
{
    public const string Lines = """""
        Object.getOwnPropertySymbols(RegExp.prototype).map(String).sort().join()
          => "Symbol(Symbol.match),Symbol(Symbol.matchAll),Symbol(Symbol.replace),Symbol(Symbol.search),Symbol(Symbol.split)"
        [RegExp.prototype[Symbol.match],RegExp.prototype[Symbol.matchAll],RegExp.prototype[Symbol.replace],RegExp.prototype[Symbol.search],RegExp.prototype[Symbol.split]]
          => [fn:[Symbol.match]/1, fn:[Symbol.matchAll]/1, fn:[Symbol.replace]/2, fn:[Symbol.search]/1, fn:[Symbol.split]/2]
        RegExp[Symbol.species]===RegExp
          => true
        Object.getPrototypeOf('a'.matchAll(/a/g))[Symbol.toStringTag]
          => "RegExp String Iterator"
        /a/.constructor===RegExp
          => true
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'[$&]'))
          => ["a[b]cabc", "[]abcabc", "a[b]cabc", "a[b]ca[b]c", "a[bc]a[bc]", "a[b]cabc", "a[b]ca[b]c", "[]a[]b[]c[]a[]b[]c[]", "[]a[]b[]c[]a[]b[]c[]", "abcabc", "[a]bcabc", "[abc]abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'[$&]'))
          => ["a[b]ca[b]c", "[]a[]b[]c[]a[]b[]c[]", "a[b]ca[b]c", "a[b]ca[b]c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$$'))
          => ["a$cabc", "$abcabc", "a$cabc", "a$ca$c", "a$a$", "a$cabc", "a$ca$c", "$a$b$c$a$b$c$", "$a$b$c$a$b$c$", "abcabc", "$bcabc", "$abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$$'))
          => ["a$ca$c", "$a$b$c$a$b$c$", "a$ca$c", "a$ca$c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$2$1'))
          => ["a$2$1cabc", "$2$1abcabc", "a$2$1cabc", "a$2$1ca$2$1c", "acbacb", "a$2bcabc", "abcabc", "$2$1a$2$1b$2$1c$2$1a$2$1b$2$1c$2$1", "$2$1a$2$1b$2$1c$2$1a$2$1b$2$1c$2$1", "abcabc", "$2$1bcabc", "baabc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$2$1'))
          => ["a$2$1ca$2$1c", "$2$1a$2$1b$2$1c$2$1a$2$1b$2$1c$2$1", "a$2$1ca$2$1c", "abcabc"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$01'))
          => ["a$01cabc", "$01abcabc", "a$01cabc", "a$01ca$01c", "abab", "abcabc", "abcabc", "$01a$01b$01c$01a$01b$01c$01", "$01a$01b$01c$01a$01b$01c$01", "abcabc", "$01bcabc", "aabc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$01'))
          => ["a$01ca$01c", "$01a$01b$01c$01a$01b$01c$01", "a$01ca$01c", "abcabc"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$10'))
          => ["a$10cabc", "$10abcabc", "a$10cabc", "a$10ca$10c", "ab0ab0", "ab0cabc", "ab0cab0c", "$10a$10b$10c$10a$10b$10c$10", "$10a$10b$10c$10a$10b$10c$10", "abcabc", "$10bcabc", "abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$10'))
          => ["a$10ca$10c", "$10a$10b$10c$10a$10b$10c$10", "a$10ca$10c", "ab0cab0c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$0'))
          => ["a$0cabc", "$0abcabc", "a$0cabc", "a$0ca$0c", "a$0a$0", "a$0cabc", "a$0ca$0c", "$0a$0b$0c$0a$0b$0c$0", "$0a$0b$0c$0a$0b$0c$0", "abcabc", "$0bcabc", "$0abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$0'))
          => ["a$0ca$0c", "$0a$0b$0c$0a$0b$0c$0", "a$0ca$0c", "a$0ca$0c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$`|'))
          => ["aa|cabc", "|abcabc", "aa|cabc", "aa|caabca|c", "aa|aabca|", "aa|cabc", "aa|caabca|c", "|aa|bab|cabc|aabca|babcab|cabcabc|", "|aa|bab|cabc|aabca|babcab|cabcabc|", "abcabc", "|bcabc", "|abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$`|'))
          => ["aa|caabca|c", "|aa|bab|cabc|aabca|babcab|cabcabc|", "aa|caabca|c", "aa|caabca|c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,"$'|"))
          => ["acabc|cabc", "abcabc|abcabc", "acabc|cabc", "acabc|cac|c", "aabc|a|", "acabc|cabc", "acabc|cac|c", "abcabc|abcabc|bcabc|cabc|abc|bc|c|", "abcabc|abcabc|bcabc|cabc|abc|bc|c|", "abcabc", "bcabc|bcabc", "abc|abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,"$'|"))
          => ["acabc|cac|c", "abcabc|abcabc|bcabc|cabc|abc|bc|c|", "acabc|cac|c", "acabc|cac|c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$<n>'))
          => ["a$<n>cabc", "$<n>abcabc", "a$<n>cabc", "a$<n>ca$<n>c", "a$<n>a$<n>", "abcabc", "abcabc", "$<n>a$<n>b$<n>c$<n>a$<n>b$<n>c$<n>", "$<n>a$<n>b$<n>c$<n>a$<n>b$<n>c$<n>", "abcabc", "$<n>bcabc", "$<n>abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$<n>'))
          => ["a$<n>ca$<n>c", "$<n>a$<n>b$<n>c$<n>a$<n>b$<n>c$<n>", "a$<n>ca$<n>c", "abcabc"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$<'))
          => ["a$<cabc", "$<abcabc", "a$<cabc", "a$<ca$<c", "a$<a$<", "a$<cabc", "a$<ca$<c", "$<a$<b$<c$<a$<b$<c$<", "$<a$<b$<c$<a$<b$<c$<", "abcabc", "$<bcabc", "$<abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$<'))
          => ["a$<ca$<c", "$<a$<b$<c$<a$<b$<c$<", "a$<ca$<c", "a$<ca$<c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$<x>'))
          => ["a$<x>cabc", "$<x>abcabc", "a$<x>cabc", "a$<x>ca$<x>c", "a$<x>a$<x>", "acabc", "acac", "$<x>a$<x>b$<x>c$<x>a$<x>b$<x>c$<x>", "$<x>a$<x>b$<x>c$<x>a$<x>b$<x>c$<x>", "abcabc", "$<x>bcabc", "$<x>abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$<x>'))
          => ["a$<x>ca$<x>c", "$<x>a$<x>b$<x>c$<x>a$<x>b$<x>c$<x>", "a$<x>ca$<x>c", "acac"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$'))
          => ["a$cabc", "$abcabc", "a$cabc", "a$ca$c", "a$a$", "a$cabc", "a$ca$c", "$a$b$c$a$b$c$", "$a$b$c$a$b$c$", "abcabc", "$bcabc", "$abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$'))
          => ["a$ca$c", "$a$b$c$a$b$c$", "a$ca$c", "a$ca$c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,undefined))
          => ["aundefinedcabc", "undefinedabcabc", "aundefinedcabc", "aundefinedcaundefinedc", "aundefinedaundefined", "aundefinedcabc", "aundefinedcaundefinedc", "undefinedaundefinedbundefinedcundefinedaundefinedbundefinedcundefined", "undefinedaundefinedbundefinedcundefinedaundefinedbundefinedcundefined", "abcabc", "undefinedbcabc", "undefinedabc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,undefined))
          => ["aundefinedcaundefinedc", "undefinedaundefinedbundefinedcundefinedaundefinedbundefinedcundefined", "aundefinedcaundefinedc", "aundefinedcaundefinedc"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,12))
          => ["a12cabc", "12abcabc", "a12cabc", "a12ca12c", "a12a12", "a12cabc", "a12ca12c", "12a12b12c12a12b12c12", "12a12b12c12a12b12c12", "abcabc", "12bcabc", "12abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,12))
          => ["a12ca12c", "12a12b12c12a12b12c12", "a12ca12c", "a12ca12c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,(m,...a)=>JSON.stringify([m,...a])))
          => ["a["b",1,"abcabc"]cabc", "["",0,"abcabc"]abcabc", "a["b",1,"abcabc"]cabc", "a["b",1,"abcabc"]ca["b",4,"abcabc"]c", "a["bc","b","c",1,"abcabc"]a["bc","b","c",4,"abcabc"]", "a["b","b",1,"abcabc",{"n":"b"}]cabc", "a["b","b",null,1,"abcabc",{"n":"b"}]ca["b","b",null,4,"abcabc",{"n":"b"}]c", "["",0,"abcabc"]a["",1,"abcabc"]b["",2,"abcabc"]c["",3,"abcabc"]a["",4,"abcabc"]b["",5,"abcabc"]c["",6,"abcabc"]", "["",0,"abcabc"]a["",1,"abcabc"]b["",2,"abcabc"]c["",3,"abcabc"]a["",4,"abcabc"]b["",5,"abcabc"]c["",6,"abcabc"]", "abcabc", "["a",0,"abcabc"]bcabc", "["abc","a","b","c",null,null,null,null,null,null,null,0,"abcabc"]abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,(m,...a)=>JSON.stringify([m,...a])))
          => ["a["b",1,"abcabc"]ca["b",4,"abcabc"]c", "["",0,"abcabc"]a["",1,"abcabc"]b["",2,"abcabc"]c["",3,"abcabc"]a["",4,"abcabc"]b["",5,"abcabc"]c["",6,"abcabc"]", "a["b",1,"abcabc"]ca["b",4,"abcabc"]c", "a["b","b",null,1,"abcabc",{"n":"b"}]ca["b","b",null,4,"abcabc",{"n":"b"}]c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,()=>'$1'))
          => ["a$1cabc", "$1abcabc", "a$1cabc", "a$1ca$1c", "a$1a$1", "a$1cabc", "a$1ca$1c", "$1a$1b$1c$1a$1b$1c$1", "$1a$1b$1c$1a$1b$1c$1", "abcabc", "$1bcabc", "$1abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,()=>'$1'))
          => ["a$1ca$1c", "$1a$1b$1c$1a$1b$1c$1", "a$1ca$1c", "a$1ca$1c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$11'))
          => ["a$11cabc", "$11abcabc", "a$11cabc", "a$11ca$11c", "ab1ab1", "ab1cabc", "ab1cab1c", "$11a$11b$11c$11a$11b$11c$11", "$11a$11b$11c$11a$11b$11c$11", "abcabc", "$11bcabc", "a1abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$11'))
          => ["a$11ca$11c", "$11a$11b$11c$11a$11b$11c$11", "a$11ca$11c", "ab1cab1c"]
        ['b','',/b/,/b/g,/(b)(c)?/g,/(?<n>b)/,/(?<n>b)(?<x>z)?/g,/(?:)/g,/x*/g,/b/y,/a/gy,/(a)(b)(c)(d)?(e)?(f)?(g)?(h)?(i)?(j)?/].map(p=>'abcabc'.replace(p,'$100'))
          => ["a$100cabc", "$100abcabc", "a$100cabc", "a$100ca$100c", "ab00ab00", "ab00cabc", "ab00cab00c", "$100a$100b$100c$100a$100b$100c$100", "$100a$100b$100c$100a$100b$100c$100", "abcabc", "$100bcabc", "0abc"]
        ['b','',/b/g,/(?<n>b)(?<x>z)?/g].map(p=>'abcabc'.replaceAll(p,'$100'))
          => ["a$100ca$100c", "$100a$100b$100c$100a$100b$100c$100", "a$100ca$100c", "ab00cab00c"]
        'abc'.replaceAll(/b/,'')
          => THROW TypeError: String.prototype.replaceAll called with a non-global RegExp argument
        'aaa'.replaceAll('aa','b')
          => "ba"
        'abc'.replaceAll('','-')
          => "-a-b-c-"
        ''.replaceAll('','-')
          => "-"
        ''.replace('','x')
          => "x"
        'a.b.c'.replaceAll('.','')
          => "abc"
        'x'.replace('x',Symbol())
          => THROW TypeError: Cannot convert a Symbol value to a string
        '\u{1F600}\u{1F601}'.replace(/(?:)/gu,'-')
          => "-\ud83d\ude00-\ud83d\ude01-"
        '\u{1F600}'.replace(/(?:)/g,'-').length
          => 5
        'a'.replace({[Symbol.replace](s,r){return 'custom'+s+r}},'q')
          => "customaq"
        'a'.replaceAll({[Symbol.replace]:(s,r)=>s+r},'q')
          => "aq"
        'a'.matchAll(/a/)
          => THROW TypeError: String.prototype.matchAll called with a non-global RegExp argument
        'a'.replaceAll({[Symbol.match]:true,flags:'x',toString:()=>'a'},'z')
          => THROW TypeError: String.prototype.replaceAll called with a non-global RegExp argument
        '1,2'.replace(/,/,'$$$&$$')
          => "1$,$2"
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/b/),s.search(/b/),s.split(/b/),s.split(/b/,2)]))
          => [[["b", index:1, input:"abcabc", groups:undefined], 1, ["a", "ca", "c"], ["a", "ca"]], [null, -1, [""], [""]], [["b", index:2, input:"\ud83d\ude00b5", groups:undefined], 2, ["\ud83d\ude00", "5"], ["\ud83d\ude00", "5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/b/)]))
          => ["TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument"]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/b/g),s.search(/b/g),s.split(/b/g),s.split(/b/g,2)]))
          => [[["b", "b"], 1, ["a", "ca", "c"], ["a", "ca"]], [null, -1, [""], [""]], [["b"], 2, ["\ud83d\ude00", "5"], ["\ud83d\ude00", "5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/b/g)]))
          => [[["b", index:1, input:"abcabc", groups:undefined], ["b", index:4, input:"abcabc", groups:undefined]], [], [["b", index:2, input:"\ud83d\ude00b5", groups:undefined]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/(b)(c)?/),s.search(/(b)(c)?/),s.split(/(b)(c)?/),s.split(/(b)(c)?/,2)]))
          => [[["bc", "b", "c", index:1, input:"abcabc", groups:undefined], 1, ["a", "b", "c", "a", "b", "c", ""], ["a", "b"]], [null, -1, [""], [""]], [["b", "b", undefined, index:2, input:"\ud83d\ude00b5", groups:undefined], 2, ["\ud83d\ude00", "b", undefined, "5"], ["\ud83d\ude00", "b"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/(b)(c)?/)]))
          => ["TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument"]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/(?<n>b)(?<m>q)?/),s.search(/(?<n>b)(?<m>q)?/),s.split(/(?<n>b)(?<m>q)?/),s.split(/(?<n>b)(?<m>q)?/,2)]))
          => [[["b", "b", undefined, index:1, input:"abcabc", groups:null:{n:"b", m:undefined}], 1, ["a", "b", undefined, "ca", "b", undefined, "c"], ["a", "b"]], [null, -1, [""], [""]], [["b", "b", undefined, index:2, input:"\ud83d\ude00b5", groups:null:{n:"b", m:undefined}], 2, ["\ud83d\ude00", "b", undefined, "5"], ["\ud83d\ude00", "b"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/(?<n>b)(?<m>q)?/)]))
          => ["TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument"]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/z/g),s.search(/z/g),s.split(/z/g),s.split(/z/g,2)]))
          => [[null, -1, ["abcabc"], ["abcabc"]], [null, -1, [""], [""]], [null, -1, ["\ud83d\ude00b5"], ["\ud83d\ude00b5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/z/g)]))
          => [[], [], []]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/(?:)/g),s.search(/(?:)/g),s.split(/(?:)/g),s.split(/(?:)/g,2)]))
          => [[["", "", "", "", "", "", ""], 0, ["a", "b", "c", "a", "b", "c"], ["a", "b"]], [[""], 0, [], []], [["", "", "", "", ""], 0, ["\ud83d", "\ude00", "b", "5"], ["\ud83d", "\ude00"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/(?:)/g)]))
          => [[["", index:0, input:"abcabc", groups:undefined], ["", index:1, input:"abcabc", groups:undefined], ["", index:2, input:"abcabc", groups:undefined], ["", index:3, input:"abcabc", groups:undefined], ["", index:4, input:"abcabc", groups:undefined], ["", index:5, input:"abcabc", groups:undefined], ["", index:6, input:"abcabc", groups:undefined]], [["", index:0, input:"", groups:undefined]], [["", index:0, input:"\ud83d\ude00b5", groups:undefined], ["", index:1, input:"\ud83d\ude00b5", groups:undefined], ["", index:2, input:"\ud83d\ude00b5", groups:undefined], ["", index:3, input:"\ud83d\ude00b5", groups:undefined], ["", index:4, input:"\ud83d\ude00b5", groups:undefined]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/./gu),s.search(/./gu),s.split(/./gu),s.split(/./gu,2)]))
          => [[["a", "b", "c", "a", "b", "c"], 0, ["", "", "", "", "", "", ""], ["", ""]], [null, -1, [""], [""]], [["\ud83d\ude00", "b", "5"], 0, ["", "", "", ""], ["", ""]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/./gu)]))
          => [[["a", index:0, input:"abcabc", groups:undefined], ["b", index:1, input:"abcabc", groups:undefined], ["c", index:2, input:"abcabc", groups:undefined], ["a", index:3, input:"abcabc", groups:undefined], ["b", index:4, input:"abcabc", groups:undefined], ["c", index:5, input:"abcabc", groups:undefined]], [], [["\ud83d\ude00", index:0, input:"\ud83d\ude00b5", groups:undefined], ["b", index:2, input:"\ud83d\ude00b5", groups:undefined], ["5", index:3, input:"\ud83d\ude00b5", groups:undefined]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/(?<n>b)(x)?/d),s.search(/(?<n>b)(x)?/d),s.split(/(?<n>b)(x)?/d),s.split(/(?<n>b)(x)?/d,2)]))
          => [[["b", "b", undefined, index:1, input:"abcabc", groups:null:{n:"b"}, indices:[[1, 2], [1, 2], undefined, groups:null:{n:[..., ...]}]], 1, ["a", "b", undefined, "ca", "b", undefined, "c"], ["a", "b"]], [null, -1, [""], [""]], [["b", "b", undefined, index:2, input:"\ud83d\ude00b5", groups:null:{n:"b"}, indices:[[2, 3], [2, 3], undefined, groups:null:{n:[..., ...]}]], 2, ["\ud83d\ude00", "b", undefined, "5"], ["\ud83d\ude00", "b"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/(?<n>b)(x)?/d)]))
          => ["TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument"]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/b/y),s.search(/b/y),s.split(/b/y),s.split(/b/y,2)]))
          => [[null, -1, ["a", "ca", "c"], ["a", "ca"]], [null, -1, [""], [""]], [null, -1, ["\ud83d\ude00", "5"], ["\ud83d\ude00", "5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/b/y)]))
          => ["TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument", "TypeError: String.prototype.matchAll called with a non-global RegExp argument"]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(/a/gy),s.search(/a/gy),s.split(/a/gy),s.split(/a/gy,2)]))
          => [[["a"], 0, ["", "bc", "bc"], ["", "bc"]], [null, -1, [""], [""]], [null, -1, ["\ud83d\ude00b5"], ["\ud83d\ude00b5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(/a/gy)]))
          => [[["a", index:0, input:"abcabc", groups:undefined]], [], []]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match('b'),s.search('b'),s.split('b'),s.split('b',2)]))
          => [[["b", index:1, input:"abcabc", groups:undefined], 1, ["a", "ca", "c"], ["a", "ca"]], [null, -1, [""], [""]], [["b", index:2, input:"\ud83d\ude00b5", groups:undefined], 2, ["\ud83d\ude00", "5"], ["\ud83d\ude00", "5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll('b')]))
          => [[["b", index:1, input:"abcabc", groups:undefined], ["b", index:4, input:"abcabc", groups:undefined]], [], [["b", index:2, input:"\ud83d\ude00b5", groups:undefined]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match('('),s.search('('),s.split('('),s.split('(',2)]))
          => ["SyntaxError: Invalid regular expression: /(/: Unterminated group", "SyntaxError: Invalid regular expression: /(/: Unterminated group", "SyntaxError: Invalid regular expression: /(/: Unterminated group"]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll('(')]))
          => ["SyntaxError: Invalid regular expression: /(/g: Unterminated group", "SyntaxError: Invalid regular expression: /(/g: Unterminated group", "SyntaxError: Invalid regular expression: /(/g: Unterminated group"]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(undefined),s.search(undefined),s.split(undefined),s.split(undefined,2)]))
          => [[["", index:0, input:"abcabc", groups:undefined], 0, ["abcabc"], ["abcabc"]], [["", index:0, input:"", groups:undefined], 0, [""], [""]], [["", index:0, input:"\ud83d\ude00b5", groups:undefined], 0, ["\ud83d\ude00b5"], ["\ud83d\ude00b5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(undefined)]))
          => [[["", index:0, input:"abcabc", groups:undefined], ["", index:1, input:"abcabc", groups:undefined], ["", index:2, input:"abcabc", groups:undefined], ["", index:3, input:"abcabc", groups:undefined], ["", index:4, input:"abcabc", groups:undefined], ["", index:5, input:"abcabc", groups:undefined], ["", index:6, input:"abcabc", groups:undefined]], [["", index:0, input:"", groups:undefined]], [["", index:0, input:"\ud83d\ude00b5", groups:undefined], ["", index:1, input:"\ud83d\ude00b5", groups:undefined], ["", index:2, input:"\ud83d\ude00b5", groups:undefined], ["", index:3, input:"\ud83d\ude00b5", groups:undefined], ["", index:4, input:"\ud83d\ude00b5", groups:undefined]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(null),s.search(null),s.split(null),s.split(null,2)]))
          => [[null, -1, ["abcabc"], ["abcabc"]], [null, -1, [""], [""]], [null, -1, ["\ud83d\ude00b5"], ["\ud83d\ude00b5"]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(null)]))
          => [[], [], []]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[s.match(5),s.search(5),s.split(5),s.split(5,2)]))
          => [[null, -1, ["abcabc"], ["abcabc"]], [null, -1, [""], [""]], [["5", index:3, input:"\ud83d\ude00b5", groups:undefined], 3, ["\ud83d\ude00b", ""], ["\ud83d\ude00b", ""]]]
        ['abcabc','','\u{1F600}b5'].map(s=>t(()=>[...s.matchAll(5)]))
          => [[], [], [["5", index:3, input:"\ud83d\ude00b5", groups:undefined]]]
        'abc'.split(/(?:)/)
          => ["a", "b", "c"]
        'abc'.split(/(b)|(x)/)
          => ["a", "b", undefined, "c"]
        ''.split(/a/)
          => [""]
        ''.split(/(?:)/)
          => []
        'A<B>bold</B>and<CODE>coded</CODE>'.split(/<(\/)?([^<>]+)>/)
          => ["A", undefined, "B", "bold", "/", "B", "and", undefined, "CODE", "coded", "/", "CODE", ""]
        '\u{1F600}\u{1F601}'.split(/(?:)/u)
          => ["\ud83d\ude00", "\ud83d\ude01"]
        '\u{1F600}a'.split(/(?:)/).length
          => 3
        'a1b2c3'.split(/(\d)/,3)
          => ["a", "1", "b"]
        'ab'.split(/$/)
          => ["ab"]
        'ab'.split(/^/)
          => ["ab"]
        'a\nb\r\nc'.split(/\r?\n/)
          => ["a", "b", "c"]
        'a\nb'.split(/^/m)
          => ["a\u000a", "b"]
        'test'.split(/(?=s)/)
          => ["te", "st"]
        'aaa'.split(/a/y)
          => ["", "", "", ""]
        ' a  b '.split(/\s+/)
          => ["", "a", "b", ""]
        'abc'.split(/(.)/g)
          => ["", "a", "", "b", "", "c", ""]
        'abab'.split(/(?<=a)/)
          => ["a", "ba", "b"]
        [new RegExp('/').source,new RegExp('').source,new RegExp('\n').source,new RegExp('[/]/').source,new RegExp('\\\n').source,new RegExp('\\/').source]
          => ["\/", "(?:)", "\n", "[/]\/", "\n", "\/"]
        [RegExp('a','gi').flags,new RegExp(/x/g).flags,new RegExp(/x/g,'i').flags,new RegExp(undefined).source,new RegExp(null).source]
          => ["gi", "g", "i", "(?:)", "null"]
        (()=>{const r=/x/;return RegExp(r)===r&&new RegExp(r)!==r})()
          => true
        new RegExp('(')
          => THROW SyntaxError: Invalid regular expression: /(/: Unterminated group
        new RegExp('a','gg')
          => THROW SyntaxError: Invalid flags supplied to RegExp constructor 'gg'
        new RegExp('a','x')
          => THROW SyntaxError: Invalid flags supplied to RegExp constructor 'x'
        [RegExp.prototype.toString(),RegExp.prototype.flags,RegExp.prototype.source,RegExp.prototype.global]
          => ["/(?:)/", "", "(?:)", undefined]
        /a/dgimsuy.flags
          => "dgimsuy"
        [/a/g.global,/a/.global,/a/i.ignoreCase,/a/m.multiline,/a/s.dotAll,/a/u.unicode,/a/y.sticky,/a/d.hasIndices,/a/.unicodeSets]
          => [true, false, true, true, true, true, true, true, false]
        /a/.toString.call({source:'x',flags:'y'})
          => "/x/y"
        RegExp.prototype.toString.call(1)
          => THROW TypeError: Method RegExp.prototype.toString called on incompatible receiver 1
        RegExp.prototype.exec.call(1)
          => THROW TypeError: Method RegExp.prototype.exec called on incompatible receiver 1
        Object.getOwnPropertyDescriptor(RegExp.prototype,'global').get.call(1)
          => THROW TypeError: RegExp.prototype.global getter called on non-RegExp object
        Object.getOwnPropertyDescriptor(RegExp.prototype,'flags').get.call({global:1,sticky:'x'})
          => "gy"
        Object.getOwnPropertyDescriptor(RegExp.prototype,'flags').get.call(3)
          => THROW TypeError: RegExp.prototype.flags getter called on non-object 3
        Object.getOwnPropertyDescriptor(/a/,'lastIndex')
          => {value:0, writable:true, enumerable:false, configurable:false}
        RegExp({[Symbol.match]:true,source:'q',flags:'g',constructor:Object})
          => re/q/g@0
        (()=>{const r=/a/g;const o=[];let m;while(m=r.exec('aba'))o.push(m.index,r.lastIndex);return o})()
          => [0, 1, 2, 3]
        (()=>{const r=/a/y;return [r.test('ba'),r.lastIndex,r.test('ab'),r.lastIndex,r.test('ab'),r.lastIndex]})()
          => [false, 0, true, 1, false, 0]
        (()=>{const r=/a/g;r.lastIndex=5;return [r.exec('aaa'),r.lastIndex]})()
          => [null, 0]
        (()=>{const r=/a/;r.lastIndex=5;return [r.exec('aaa'),r.lastIndex]})()
          => [["a", index:0, input:"aaa", groups:undefined], 5]
        (()=>{const r=/a/g;r.lastIndex=-1;return [r.exec('aaa').index,r.lastIndex]})()
          => [0, 1]
        (()=>{const r=/a/g;r.lastIndex={valueOf(){return 1}};return [r.exec('aaa').index,r.lastIndex]})()
          => [1, 2]
        (()=>{const r=/a/g;r.lastIndex='x';return [r.test('aaa'),r.lastIndex]})()
          => [true, 1]
        (()=>{const r=/a/g;r.lastIndex=Infinity;return [r.test('aaa'),r.lastIndex]})()
          => [false, 0]
        (()=>{const r=/a/g;Object.freeze(r);return t(()=>r.exec('a'))===undefined})()
          => false
        (()=>{const r=/a/;Object.freeze(r);return r.exec('a')})()
          => ["a", index:0, input:"a", groups:undefined]
        (()=>{const r=/a/;Object.defineProperty(r,'lastIndex',{writable:false,value:0});return [r.test('ba'),t(()=>{'use strict';r.lastIndex=1})===undefined]})()
          => [true, false]
        (()=>{const r=/b/g;r.lastIndex=3;'abc'.replace(r,'x');return r.lastIndex})()
          => 0
        (()=>{const r=/b/g;r.lastIndex=3;'abc'.match(r);return r.lastIndex})()
          => 0
        (()=>{const r=/b/g;r.lastIndex=2;return [[...'abcb'.matchAll(r)].length,r.lastIndex]})()
          => [1, 2]
        (()=>{const r=/b/g;r.lastIndex=2;return ['abcb'.search(r),r.lastIndex]})()
          => [1, 2]
        (()=>{const r=/b/y;r.lastIndex=1;return ['abcb'.replace(r,'x'),r.lastIndex]})()
          => ["axcb", 2]
        (()=>{const r=/b/y;r.lastIndex=1;return ['abcb'.search(r),r.lastIndex]})()
          => [-1, 1]
        (()=>{const r=/b/y;r.lastIndex=1;return ['abcb'.match(r),r.lastIndex]})()
          => [["b", index:1, input:"abcb", groups:undefined], 2]
        /(?<year>\d{4})-(?<m>\d\d)/.exec('on 2024-05')
          => ["2024-05", "2024", "05", index:3, input:"on 2024-05", groups:null:{year:"2024", m:"05"}]
        /(?<__proto__>a)(?<constructor>b)/.exec('ab')
          => ["ab", "a", "b", index:0, input:"ab", groups:null:{__proto__:"a", constructor:"b"}]
        /(?<a>x)|(?<b>y)/.exec('y').groups
          => null:{a:undefined, b:"y"}
        '2024-05'.replace(/(?<y>\d+)-(?<m>\d+)/,'$<m>/$<y>')
          => "05/2024"
        /(a)|b/.exec('b')
          => ["b", undefined, index:0, input:"b", groups:undefined]
        /\u{1F600}/u.exec('x\u{1F600}')
          => ["\ud83d\ude00", index:1, input:"x\ud83d\ude00", groups:undefined]
        /^.$/u.test('\u{1F600}')
          => true
        /(z)((a+)?(b+)?(c))*/.exec('zaacbbbcac')
          => ["zaacbbbcac", "z", "ac", "a", undefined, "c", index:0, input:"zaacbbbcac", groups:undefined]
        /a.c/s.test('a\nc')
          => true
        /\bfoo\b/.test('a foo b')
          => true
        /[\u{1F600}-\u{1F64F}]/u.test('\u{1F601}')
          => true
        /\p{L}+/u.exec('h\u00e9llo1')
          => ["h\u00e9llo", index:0, input:"h\u00e9llo1", groups:undefined]
        /(?<!a)b/.exec('ab cb')
          => ["b", index:4, input:"ab cb", groups:undefined]
        /(\w+)\s\1/.exec('hello hello')
          => ["hello hello", "hello", index:0, input:"hello hello", groups:undefined]
        (()=>{const r=/a/g;let n=0;r.exec=function(s){n++;return n>3?null:Object.assign(['x'],{index:n-1})};return ['abc'.replace(r,'[$&]'),n]})()
          => ["[x][x][x]", 4]
        (()=>{const r=/a/g;let n=0;r.exec=function(s){n++;return n>3?null:['']};return ['abc'.match(r),n,r.lastIndex]})()
          => [["", "", ""], 4, 3]
        (()=>{const r=/a/;r.exec=()=>5;return r.test('a')})()
          => THROW TypeError: RegExp exec method returned something other than an Object or null
        (()=>{const r=/a/;r.exec=5;return r.test('a')})()
          => true
        (()=>{const r=/a/;r.exec=()=>({index:-5,length:2,0:'b',1:'c',groups:{n:'N'}});return 'abc'.replace(r,'<$1$<n>$&>')})()
          => "<cNb>bc"
        (()=>{const r=/a/;r.exec=()=>({index:1,length:3,0:'b',1:undefined,2:7});return 'abc'.replace(r,(...a)=>JSON.stringify(a))})()
          => "a["b",null,"7",1,"abc"]c"
        (()=>{const old=RegExp.prototype.exec;RegExp.prototype.exec=function(s){const m=old.call(this,s);if(m)m[0]=m[0].toUpperCase();return m};const out=['abab'.replace(/a/g,'[$&]'),'ab'.match(/a/),/q/.test('q')];RegExp.prototype.exec=old;return out})()
          => ["[A]b[A]b", ["A", index:0, input:"ab", groups:undefined], true]
        (()=>{class R extends RegExp{exec(s){const m=super.exec(s);if(m)m.mine=1;return m}};const r=new R('a','g');return [r instanceof R,'aXa'.match(r),'aXa'.replace(r,'-'),'aXa'.split(r),r.flags,[...'aXa'.matchAll(r)].length]})()
          => [true, ["a", "a"], "-X-", ["", "X", ""], "g", 2]
        (()=>{class R extends RegExp{static get [Symbol.species](){return function(p,f){l.push(String(p)+f);return new RegExp(p,f)}}};const l=[];return ['aXa'.split(new R('X','i')),l]})()
          => [["a", "a"], ["/X/iiy"]]
        (()=>{const r=/a/;r.constructor=undefined;return 'xax'.split(r)})()
          => ["x", "x"]
        (()=>{const r=/a/;r.constructor=5;return 'xax'.split(r)})()
          => THROW TypeError: The .constructor property is not an object
        (()=>{const r=/a/;r.constructor={[Symbol.species]:null};return 'xax'.split(r)})()
          => ["x", "x"]
        (()=>{const l=[];const o={toString(){l.push('s');return 'a'}};const lim={valueOf(){l.push('l');return 5}};'a'.split(o,lim);return l})()
          => ["l", "s"]
        (()=>{const i='abab'.matchAll(/a/g);return [i.next().value.index,i.next().value.index,i.next(),i.next(),i[Symbol.iterator]()===i]})()
          => [0, 2, {value:undefined, done:true}, {value:undefined, done:true}, true]
        (()=>{let r;const i=RegExp.prototype[Symbol.matchAll].call(/a/,'aa');return [i.next().value,i.next()]})()
          => [["a", index:0, input:"aa", groups:undefined], {value:undefined, done:true}]
        (()=>{const l=[];const r=/a/g;'xaya'.replace(r,(m,i)=>{l.push(i,r.lastIndex);r.lastIndex=99;return m});return [l,r.lastIndex]})()
          => [[1, 0, 3, 99], 99]
        'abc'.replace(/b/,(m)=>{throw new RangeError('inner')})
          => THROW RangeError: inner
        'abcd'.replace(/./g,c=>c==='c'?'abc'.replace(/b/g,x=>x+x):c)
          => "ababbcd"
        RegExp.prototype[Symbol.split].call({constructor:{[Symbol.species]:function(a,b){this.f=b;this.exec=()=>null;this.lastIndex=0}},flags:'u'},'ab')
          => ["ab"]
        RegExp.prototype[Symbol.match].call({exec:()=>null,flags:''},'a')
          => null
        RegExp.prototype[Symbol.match].call(1)
          => THROW TypeError: Method RegExp.prototype.@@match called on incompatible receiver 1
        RegExp.prototype[Symbol.search].call({lastIndex:3,exec(){this.lastIndex=9;return {index:'I'}}},'a')
          => "I"
        RegExp.prototype.test.call({exec:()=>({})},'a')
          => true
        RegExp.prototype[Symbol.replace].call({flags:'',exec:()=>null},'abc','x')
          => "abc"
        ['', 'abc', '1x', '_x', 'a.b*c', '$5.00 (a+b)|[x]{1}^\\/', '\t\n\v\f\r', '-,=<>#&!%:;@~`\'"', ' \u00a0\u2028\ufeff\u3000', '\ud800x\udc00', '\u{1f600}\u00e9'].map(RegExp.escape)
          => ["", "\x61bc", "\x31x", "_x", "\x61\.b\*c", "\$5\.00\x20\(a\+b\)\|\[x\]\{1\}\^\\\/", "\t\n\v\f\r", "\x2d\x2c\x3d\x3c\x3e\x23\x26\x21\x25\x3a\x3b\x40\x7e\x60\x27\x22", "\x20\xa0\u2028\ufeff\u3000", "\ud800x\udc00", "\ud83d\ude00\u00e9"]
        (()=>{const all=String.fromCharCode(...Array.from({length:700},(_, i)=>i));return [new RegExp('^'+RegExp.escape(all)+'$').test(all),new RegExp('^['+RegExp.escape(all)+']+$','u').test(all),/\x61/.source===RegExp.escape('a')]})()
          => [true, true, true]
        [1, undefined, {}].map(v => t(() => RegExp.escape(v)).split(':')[0])
          => ["TypeError", "TypeError", "TypeError"]
        """"";
}
