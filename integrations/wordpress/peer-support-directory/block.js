// The block in the editor: what authors set, and a preview that the server renders.

( ( { blockEditor, blocks, components, element, i18n, serverSideRender } ) => {
	const { createElement: el, Fragment } = element;
	const { __ } = i18n;
	const { BaseControl, CheckboxControl, ColorPalette, Disabled, FormTokenField, PanelBody } = components;
	const { SelectControl, TextControl, ToggleControl } = components;
	const NAME = 'peer-support-directory/directory';

	// The choices of each filter: ids and their words.
	const options = window.peerSupportDirectory;

	// The block's name of an attribute: `headingLevel` for `heading-level`.
	const camel = ( name ) => name.replace( /-(.)/g, ( _, letter ) => letter.toUpperCase() );

	const words = ( value ) => ( value ?? '' ).split( /\s+/ ).filter( Boolean );

	// An empty value is none, so that the default counts.
	const orNone = ( value ) => ( value === '' ? undefined : value );

	const Edit = ( { attributes, setAttributes } ) => {
		// The server takes hexadecimal colours alone.
		const palette = ( blockEditor.useSetting?.( 'color.palette' ) ?? [] ).filter( ( { color } ) => /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test( color ) );
		const get = ( name ) => attributes[ camel( name ) ];
		const set = ( name, value ) => setAttributes( { [ camel( name ) ]: value } );

		const text = ( name, label, props ) =>
			el( TextControl, { key: name, label, value: get( name ) ?? '', onChange: ( value ) => set( name, orNone( value ) ), ...props } );

		// A few ids that never change: a checkbox each.
		const checkboxes = ( name, label, choices = options[ name ] ) =>
			el(
				'fieldset',
				{ key: name, className: 'components-base-control' },
				el( BaseControl.VisualLabel, { as: 'legend' }, label ),
				Object.entries( choices ).map( ( [ id, label_ ] ) =>
					el( CheckboxControl, {
						key: id,
						label: label_,
						checked: words( get( name ) ).includes( id ),
						onChange: ( isChecked ) => {
							const others = words( get( name ) ).filter( ( other ) => other !== id );
							set( name, orNone( [ ...others, ...( isChecked ? [ id ] : [] ) ].join( ' ' ) ) );
						},
					} )
				)
			);

		// Ids of the list, chosen by their words. Another list's ids can be typed.
		const tokens = ( name, label, choices = {} ) => {
			const idOf = ( token ) => Object.keys( choices ).find( ( id ) => choices[ id ] === token ) ?? token.replace( /\s+/g, '-' );
			return el( FormTokenField, {
				key: name,
				label,
				value: words( get( name ) ).map( ( id ) => choices[ id ] ?? id ),
				suggestions: Object.values( choices ),
				__experimentalExpandOnFocus: true,
				onChange: ( values ) => set( name, orNone( values.map( idOf ).join( ' ' ) ) ),
			} );
		};

		const panel = ( title, isOpen, ...controls ) => el( PanelBody, { title, initialOpen: isOpen }, controls );

		const list = panel(
			__( 'List', 'peer-support-directory' ),
			true,
			text( 'list', __( 'Address of the list', 'peer-support-directory' ), {
				help: __( 'Empty for the list of this website.', 'peer-support-directory' ),
			} ),
			el( ToggleControl, {
				key: 'title',
				label: __( 'Show the title', 'peer-support-directory' ),
				checked: get( 'label' ) !== '',
				onChange: ( isShown ) => set( 'label', isShown ? undefined : '' ),
			} ),
			get( 'label' ) !== '' &&
				text( 'label', __( 'Title', 'peer-support-directory' ), { help: __( 'Empty for the title of the list.', 'peer-support-directory' ) } ),
			el( SelectControl, {
				key: 'heading-level',
				label: __( 'Level of the title', 'peer-support-directory' ),
				value: get( 'heading-level' ) ?? '2',
				options: [ '1', '2', '3', '4' ].map( ( level ) => ( { value: level, label: level } ) ),
				onChange: ( level ) => set( 'heading-level', level === '2' ? undefined : level ),
			} ),
			text( 'page-size', __( 'Groups before "Show more"', 'peer-support-directory' ), { type: 'number', min: 1, max: 1000, placeholder: '20' } ),
			el( ToggleControl, {
				key: 'explainer',
				label: __( 'Show "What is peer support?"', 'peer-support-directory' ),
				checked: get( 'explainer' ) !== 'no',
				onChange: ( isShown ) => set( 'explainer', isShown ? undefined : 'no' ),
			} ),
			text( 'lang', __( 'Language', 'peer-support-directory' ), {
				help: __( 'A code such as en or cy. Empty for the language of the page.', 'peer-support-directory' ),
			} ),
			el(
				'fieldset',
				{ key: 'accent', className: 'components-base-control' },
				el( BaseControl.VisualLabel, { as: 'legend' }, __( 'Accent colour', 'peer-support-directory' ) ),
				el( ColorPalette, { colors: palette, value: get( 'accent' ), onChange: ( colour ) => set( 'accent', colour ) } )
			)
		);

		const loading = panel(
			__( 'Loading', 'peer-support-directory' ),
			false,
			el( ToggleControl, {
				key: 'lazy',
				label: __( 'Load when a visitor comes near', 'peer-support-directory' ),
				checked: get( 'lazy' ) === 'yes',
				onChange: ( isLazy ) => set( 'lazy', isLazy ? 'yes' : undefined ),
			} ),
			text( 'keep', __( 'Keep the list in visitors’ browsers', 'peer-support-directory' ), {
				help: __( 'For how many days, such as 7d. It shows at once on the next visit, and where the network fails.', 'peer-support-directory' ),
			} )
		);

		const filters = panel(
			__( 'Filters', 'peer-support-directory' ),
			false,
			tokens( 'filters', __( 'Which filters, in which order', 'peer-support-directory' ), options.filters ),
			el( ToggleControl, {
				key: 'follow-detail',
				label: __( 'Tell the page which group a visitor follows', 'peer-support-directory' ),
				checked: get( 'follow-detail' ) === 'group',
				onChange: ( isTold ) => set( 'follow-detail', isTold ? 'group' : undefined ),
			} )
		);

		// The controls of what is chosen at the start, or of what alone is shown.
		const choices = ( prefix ) => [
			tokens( `${ prefix }cancer-type`, options.filters[ 'cancer-type' ], options[ 'cancer-type' ] ),
			tokens( `${ prefix }audience`, options.filters.audience, options.audience ),
			checkboxes( `${ prefix }kind`, options.filters.kind, options.kind ),
			checkboxes( `${ prefix }format`, options.filters.format, options.format ),
			text( `${ prefix }place`, options.filters.place ),
		];

		const only = panel(
			__( 'Show only', 'peer-support-directory' ),
			false,
			...choices( 'only-' ),
			tokens( 'only-groups', __( 'These groups', 'peer-support-directory' ), options.groups )
		);

		const start = panel(
			__( 'Chosen at the start', 'peer-support-directory' ),
			false,
			...choices( '' ),
			checkboxes( 'day', options.filters.day ),
			checkboxes( 'time', options.filters.time ),
			checkboxes( 'soon', options.filters.soon ),
			tokens( 'activity', options.filters.activity )
		);

		const fallback = panel(
			__( 'Without JavaScript', 'peer-support-directory' ),
			false,
			text( 'fallback-text', __( 'Words of the link', 'peer-support-directory' ), {
				help: __( 'The link stands where the list is kept on another website. Lists of this website are shown.', 'peer-support-directory' ),
			} ),
			text( 'fallback-url', __( 'Address of the link', 'peer-support-directory' ) )
		);

		return el(
			Fragment,
			null,
			el( blockEditor.InspectorControls, null, list, filters, only, start, loading, fallback ),
			el( 'div', blockEditor.useBlockProps(), el( Disabled, null, el( serverSideRender, { block: NAME, attributes } ) ) )
		);
	};

	// WordPress knows the rest of the block from block.json.
	blocks.registerBlockType( NAME, { edit: Edit, save: () => null } );
} )( window.wp );
