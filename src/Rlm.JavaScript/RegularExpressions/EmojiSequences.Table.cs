namespace Rlm.JavaScript.RegularExpressions;

internal static partial class EmojiSequences
{
    // Unicode 17: the flags that are in use, by their first letter.
    private const string Flags =
        """
        ACDEFGILMOQRSTUWXZ BABDEFGHIJLMNOQRSTVWYZ CACDFGHIKLMNOPQRUVWXYZ DEGJKMOZ EACEGHRSTU FIJKMOR GABDEFGHILMNPQRSTUWY HKMNRTU ICDELMNOQRST JEMOP
        KEGHIMNPRWYZ LABCIKRSTUVY MACDEFGHKLMNOPQRSTUVWXYZ NACEFGILOPRUZ OM PAEFGHKLMNRSTWY QA REOSUW SABCDEGHIJKLMNORSTVXYZ TACDFGHJKLMNORTVWZ
        UAGMNSYZ VACEGINU WFS XK YET ZAMW
        """;

    // Unicode 17: the recommended sequences with zero-width joiners. A line begins with what its entries say about skin tones, where a t stands:
    //   0 there is no t, 1 any skin tone, 2 any skin tone or none, 3 two different skin tones.
    // Characters are hexadecimal after !, which stands for 1F, or after _; + is the joiner and . the variation selector 16.
    private const string Joined =
        """
        0 _26D3.+!4A5 _26F9.+_2640. _26F9.+_2642. _2764.+!525 _2764.+!A79 !344+!7EB !34B+!7E9 !3CB.+_2640. !3CB.+_2642. !3CC.+_2640. !3CC.+_2642. !3F3.+_26A7.
        0 !3F3.+!308 !3F4+_2620. !408+_2B1B !415+!9BA !426+_2B1B !426+!525 !43B+_2744. !441.+!5E8. !468+!466 !468+!466+!466 !468+!467 !468+!467+!466
        0 !468+!467+!467 !468+!468+!466 !468+!468+!466+!466 !468+!468+!467 !468+!468+!467+!466 !468+!468+!467+!467 !468+!469+!466 !468+!469+!466+!466
        0 !468+!469+!467 !468+!469+!467+!466 !468+!469+!467+!467 !469+!466 !469+!466+!466 !469+!467 !469+!467+!466 !469+!467+!467 !469+!469+!466
        0 !469+!469+!466+!466 !469+!469+!467 !469+!469+!467+!466 !469+!469+!467+!467 !575.+_2640. !575.+_2642. !62E+!4A8 !635+!4AB !636+!32B. !642+_2194.
        0 !642+_2195. !9D1+!9D1+!9D2 !9D1+!9D1+!9D2+!9D2 !9D1+!9D2 !9D1+!9D2+!9D2 !9DE+_2640. !9DE+_2642. !9DF+_2640. !9DF+_2642.
        1 _26F9t+_2640. _26F9t+_2642. !3CBt+_2640. !3CBt+_2642. !3CCt+_2640. !3CCt+_2642. !575t+_2640. !575t+_2642.
        2 !3C3t+_2640. !3C3t+_2640.+_27A1. !3C3t+_2642. !3C3t+_2642.+_27A1. !3C3t+_27A1. !3C4t+_2640. !3C4t+_2642. !3CAt+_2640. !3CAt+_2642. !468t+_2695.
        2 !468t+_2696. !468t+_2708. !468t+_2764.+!468t !468t+_2764.+!48B+!468t !468t+!33E !468t+!373 !468t+!37C !468t+!393 !468t+!3A4 !468t+!3A8 !468t+!3EB
        2 !468t+!3ED !468t+!4BB !468t+!4BC !468t+!527 !468t+!52C !468t+!680 !468t+!692 !468t+!9AF !468t+!9AF+_27A1. !468t+!9B0 !468t+!9B1 !468t+!9B2
        2 !468t+!9B3 !468t+!9BC !468t+!9BC+_27A1. !468t+!9BD !468t+!9BD+_27A1. !469t+_2695. !469t+_2696. !469t+_2708. !469t+_2764.+!468t !469t+_2764.+!469t
        2 !469t+_2764.+!48B+!468t !469t+_2764.+!48B+!469t !469t+!33E !469t+!373 !469t+!37C !469t+!393 !469t+!3A4 !469t+!3A8 !469t+!3EB !469t+!3ED !469t+!4BB
        2 !469t+!4BC !469t+!527 !469t+!52C !469t+!680 !469t+!692 !469t+!9AF !469t+!9AF+_27A1. !469t+!9B0 !469t+!9B1 !469t+!9B2 !469t+!9B3 !469t+!9BC
        2 !469t+!9BC+_27A1. !469t+!9BD !469t+!9BD+_27A1. !46Et+_2640. !46Et+_2642. !46Ft+_2640. !46Ft+_2642. !470t+_2640. !470t+_2642. !471t+_2640.
        2 !471t+_2642. !473t+_2640. !473t+_2642. !477t+_2640. !477t+_2642. !481t+_2640. !481t+_2642. !482t+_2640. !482t+_2642. !486t+_2640. !486t+_2642.
        2 !487t+_2640. !487t+_2642. !645t+_2640. !645t+_2642. !646t+_2640. !646t+_2642. !647t+_2640. !647t+_2642. !64Bt+_2640. !64Bt+_2642. !64Dt+_2640.
        2 !64Dt+_2642. !64Et+_2640. !64Et+_2642. !6A3t+_2640. !6A3t+_2642. !6B4t+_2640. !6B4t+_2642. !6B5t+_2640. !6B5t+_2642. !6B6t+_2640.
        2 !6B6t+_2640.+_27A1. !6B6t+_2642. !6B6t+_2642.+_27A1. !6B6t+_27A1. !926t+_2640. !926t+_2642. !935t+_2640. !935t+_2642. !937t+_2640. !937t+_2642.
        2 !938t+_2640. !938t+_2642. !939t+_2640. !939t+_2642. !93Ct+_2640. !93Ct+_2642. !93Dt+_2640. !93Dt+_2642. !93Et+_2640. !93Et+_2642. !9B8t+_2640.
        2 !9B8t+_2642. !9B9t+_2640. !9B9t+_2642. !9CDt+_2640. !9CDt+_2642. !9CEt+_2640. !9CEt+_2640.+_27A1. !9CEt+_2642. !9CEt+_2642.+_27A1. !9CEt+_27A1.
        2 !9CFt+_2640. !9CFt+_2642. !9D1t+_2695. !9D1t+_2696. !9D1t+_2708. !9D1t+!33E !9D1t+!373 !9D1t+!37C !9D1t+!384 !9D1t+!393 !9D1t+!3A4 !9D1t+!3A8
        2 !9D1t+!3EB !9D1t+!3ED !9D1t+!4BB !9D1t+!4BC !9D1t+!527 !9D1t+!52C !9D1t+!680 !9D1t+!692 !9D1t+!91D+!9D1t !9D1t+!9AF !9D1t+!9AF+_27A1. !9D1t+!9B0
        2 !9D1t+!9B1 !9D1t+!9B2 !9D1t+!9B3 !9D1t+!9BC !9D1t+!9BC+_27A1. !9D1t+!9BD !9D1t+!9BD+_27A1. !9D1t+!A70 !9D4t+_2640. !9D4t+_2642. !9D6t+_2640.
        2 !9D6t+_2642. !9D7t+_2640. !9D7t+_2642. !9D8t+_2640. !9D8t+_2642. !9D9t+_2640. !9D9t+_2642. !9DAt+_2640. !9DAt+_2642. !9DBt+_2640. !9DBt+_2642.
        2 !9DCt+_2640. !9DCt+_2642. !9DDt+_2640. !9DDt+_2642.
        3 !468t+!430+!468t !468t+!91D+!468t !468t+!AEF+!468t !469t+!430+!469t !469t+!91D+!468t !469t+!91D+!469t !469t+!AEF+!469t !9D1t+_2764.+!48B+!9D1t
        3 !9D1t+_2764.+!9D1t !9D1t+!430+!9D1t !9D1t+!AEF+!9D1t !AF1t+!AF2t
        """;
}
