extension Templates {
    /// The shopping list and others: add, remove, read, empty.
    static let frenchLists = #"""
        {
          "language": "fr",
          "lists": {
            "list_name": {"wildcard": true}
          },
          "expansion_rules": {
            "la_liste": "(la|ma|notre|cette) liste",
            "courses_noms": "((de|des|d') (courses|course|achats|achat|commissions|shopping|épicerie)|pour (les courses|le supermarché|l'épicerie))",
            "partitif": "[(du |de la |des |de l'|de |d'|le |la |les |l'|un |une )]",
            "ajouter": "(ajoute|ajouter|rajoute|rajouter|mets|met|mettre|note|noter|inscris|inscrire|écris)",
            "oter": "(enlève|enlever|retire|retirer|raye|rayer|ôte|efface|effacer|barre|biffe)"
          },
          "intents": {
            "HassShoppingListAddItem": {"data": [
              {"sentences": [
                "<ajouter> <partitif>{shopping_list_item:item} (à|sur|dans) <la_liste> [<courses_noms>]",
                "<ajouter> <partitif>{shopping_list_item:item} (aux|sur les|dans les|pour les) (courses|achats|commissions)",
                "<ajouter> (à|sur|dans) <la_liste> [<courses_noms>] <partitif>{shopping_list_item:item}"
              ], "response": "item_added", "metadata": {"slot_combination": "item_only"}}
            ]},
            "HassListAddItem": {"data": [
              {"sentences": [
                "<ajouter> <partitif>{todo_list_item:item} (à|sur|dans) <la_liste> [(de|des|du|d'|pour [<le>])] {list_name:name}",
                "<ajouter> (à|sur|dans) <la_liste> (de|des|du|d') {list_name:name} <partitif>{todo_list_item:item}"
              ], "response": "item_added", "metadata": {"slot_combination": "name_item"}}
            ]},
            "HassListRemoveItem": {"data": [
              {"sentences": [
                "<oter> <partitif>{todo_list_item:item} (de|sur|dans) <la_liste> [<courses_noms>]",
                "<oter> <partitif>{todo_list_item:item} (des|sur les) (courses|achats|commissions)",
                "<oter> (de|sur|dans) <la_liste> [<courses_noms>] <partitif>{todo_list_item:item}"
              ], "response": "item_deleted", "metadata": {"slot_combination": "item_only"}},
              {"sentences": [
                "<oter> <partitif>{todo_list_item:item} (de|sur|dans) <la_liste> (de|des|du|d'|pour [<le>]) {list_name:name}"
              ], "response": "item_deleted", "metadata": {"slot_combination": "name_item"}}
            ]},
            "HassShoppingListCompleteItem": {"data": [
              {"sentences": [
                "(coche|cocher|valide|valider) <partitif>{shopping_list_item:item} (de|dans|sur) <la_liste> [<courses_noms>]"
              ], "response": "item_completed", "metadata": {"slot_combination": "item_only"}}
            ]},
            "JarvisListRead": {"data": [
              {"sentences": [
                "([est-ce qu']il y a|y a-t-il|a-t-on|est-ce qu'on a|est-ce que j'ai|ai-je) [(mis|noté|ajouté|inscrit)] [déjà] <partitif>{shopping_list_item:item} (sur|dans|à) <la_liste> [<courses_noms>]",
                "[est-ce que] (le |la |les |l'){shopping_list_item:item} (est|sont) [(bien|déjà)] (sur|dans) <la_liste> [<courses_noms>]"
              ], "metadata": {"slot_combination": "item_only"}},
              {"sentences": [
                "(qu'est-ce qu'il y a|qu'est-ce que j'ai|qu'y a-t-il|il y a quoi|y a quoi|qu'est-ce qui est|que reste-t-il|j'ai quoi|qu'est-ce qu'il reste|qu'est-ce qu'on a) (sur|dans|à) <la_liste> [<courses_noms>]",
                "(lis|lire|lis-moi|me lire|montre|montre-moi|affiche|donne-moi|donne|récite|dis-moi|relis|énumère) <la_liste> [<courses_noms>]",
                "(quelle est|c'est quoi) <la_liste> [<courses_noms>]",
                "que contient <la_liste> [<courses_noms>]",
                "(qu'est-ce qu'il faut|qu'est-ce que je dois|que dois-je|que faut-il|qu'est-ce qu'on doit) acheter",
                "(lis|lire|lis-moi|dis|dis-moi|montre-moi|donne-moi) ce qu'(il y a à|il faut|il reste à|on doit) acheter",
                "<la_liste> <courses_noms>",
                "liste <courses_noms>",
                "combien (de choses|d'articles|d'éléments) (y a-t-il|il y a|j'ai) (sur|dans) <la_liste> [<courses_noms>]"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(qu'est-ce qu'il y a|qu'est-ce que j'ai|qu'y a-t-il|il y a quoi|y a quoi|qu'est-ce qui est|que reste-t-il|j'ai quoi|qu'est-ce qu'il reste) (sur|dans|à) <la_liste> (de|des|du|d'|pour [<le>]) {list_name:name}",
                "(lis|lire|lis-moi|me lire|montre|montre-moi|affiche|donne-moi|récite|relis) <la_liste> (de|des|du|d'|pour [<le>]) {list_name:name}",
                "(quelle est|c'est quoi) <la_liste> (de|des|du|d') {list_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]},
            "JarvisListClear": {"data": [
              {"sentences": [
                "(vide|vider|efface|effacer|supprime|supprimer|réinitialise|remets à zéro|nettoie) [(toute)] <la_liste> [<courses_noms>]",
                "(enlève|enlever|supprime|retire|efface) tout (de|sur|dans) <la_liste> [<courses_noms>]"
              ], "metadata": {"slot_combination": "default"}},
              {"sentences": [
                "(vide|vider|efface|effacer|supprime|supprimer|réinitialise) [(toute)] <la_liste> (de|des|du|d'|pour [<le>]) {list_name:name}",
                "(enlève|supprime|retire|efface) tout (de|sur|dans) <la_liste> (de|des|du|d') {list_name:name}"
              ], "metadata": {"slot_combination": "name_only"}}
            ]}
          }
        }
        """#
}
