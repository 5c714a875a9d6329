### i18n
i18n-interviews = { $n } { $n ->
    [one] entretien
   *[other] entretiens
}
i18n-pair = { $first } · { $second }
i18n-language-en = English
i18n-language-fr = français

#
# end of i18n
#


### study

#
# end of study
#


### text

#
# end of text
#


### import

#
# end of import
#


### store

#
# end of store
#


### export

#
# end of export
#


### analysis

#
# end of analysis
#


### command

#
# end of command
#


### keymap

#
# end of keymap
#


### config

#
# end of config
#


### app

#
# end of app
#


### tui

#
# end of tui
#


### cli

#
# end of cli
#


